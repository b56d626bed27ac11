import {
  collectionFor,
  collectionsFor,
  principalOf,
  propertiesOfHome,
} from '../../queries/calendars/collections.ts';
import { messageFor, messagesFor } from '../../queries/calendars/messages.ts';
import { headsWithin, objectFor } from '../../queries/calendars/objects.ts';
import { notThere } from './dav-error.ts';
import { parsePath, type DavPath } from './paths.ts';
import type { DavRequest } from './request.ts';
import type { CollectionResource, Resource } from './resource.ts';

/** What there is at an address; null: nothing that the reader may know of. */
export async function locate(path: DavPath, request: DavRequest): Promise<Resource | null> {
  const { deps, member } = request;
  switch (path.kind) {
    case 'root':
    case 'principals':
    case 'homes':
      return path;
    case 'principal': {
      const principal = await principalOf(deps, member, path.principalId);
      return principal && { kind: 'principal', principal };
    }
    case 'home': {
      const principal = await principalOf(deps, member, path.principalId);
      return principal && { kind: 'home', principal, properties: await propertiesOfHome(deps, principal.id) };
    }
    case 'collection':
      return locateCollection(path, request);
    case 'member': {
      const at = await locateCollection(path, request);
      return at && locateMember(at, path.name, request);
    }
  }
}

/** @throws DavError 404 */
export async function located(request: DavRequest): Promise<Resource> {
  const resource = await locate(request.path, request);
  if (!resource) throw notThere();
  return resource;
}

/** What a DAV:href leads to, on this server. */
export const locateHref = (href: string, request: DavRequest): Promise<Resource | null> => {
  const path = parsePath(href);
  return path ? locate(path, request) : Promise.resolve(null);
};

export async function locateCollection(
  { principalId, segment }: { principalId: string; segment: string },
  { deps, member }: DavRequest,
): Promise<CollectionResource | null> {
  const collection = await collectionFor(deps, member, { principalId, segment });
  return collection && { kind: 'collection', collection, home: principalId };
}

async function locateMember(
  at: CollectionResource,
  name: string,
  { deps }: DavRequest,
): Promise<Resource | null> {
  if (at.collection.kind === 'inbox') {
    const message = await messageFor(deps, at.collection, name);
    return message && { kind: 'message', at, message };
  }
  const object = await objectFor(deps, at.collection, name);
  return object && { kind: 'object', at, object };
}

/** What is in a collection, as far as the reader may see it; nothing is in anything else. */
export async function membersOf(resource: Resource, request: DavRequest): Promise<Resource[]> {
  const { deps, member } = request;
  switch (resource.kind) {
    case 'root':
      return [{ kind: 'principals' }, { kind: 'homes' }];
    case 'principals': {
      // Whoever looks for others searches; a list would name everybody of the tenant.
      const principal = await principalOf(deps, member, member.principalId);
      return principal ? [{ kind: 'principal', principal }] : [];
    }
    case 'homes': {
      const own = await locate({ kind: 'home', principalId: member.principalId }, request);
      return own ? [own] : [];
    }
    case 'home': {
      const home = resource.principal.id;
      const all = await collectionsFor(deps, member, home);
      return all
        .filter(({ privileges }) => privileges.has('read'))
        .map((collection): CollectionResource => ({ kind: 'collection', collection, home }));
    }
    case 'collection':
      return membersOfCollection(resource, request);
    case 'principal':
    case 'object':
    case 'message':
      return [];
  }
}

async function membersOfCollection(at: CollectionResource, { deps }: DavRequest): Promise<Resource[]> {
  const { collection } = at;
  if (collection.kind === 'inbox')
    return (await messagesFor(deps, collection)).map((message) => ({ kind: 'message', at, message }));
  return (await headsWithin(deps, collection)).map((object) => ({ kind: 'object', at, object }));
}
