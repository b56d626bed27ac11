import {
  childOf,
  childrenOf,
  elementsIn,
  isElement,
  splitName,
  textIn,
  type XmlElement,
} from '../../../adapters/xml/element.ts';
import { setGrants } from '../../../commands/calendars/share-calendar.ts';
import { isPrivilegeOf, type Grant, type Privilege } from '../../../policies/privileges.ts';
import { answerNothing } from '../answer.ts';
import { conditionFailed, DavError } from '../dav-error.ts';
import { located } from '../locate.ts';
import { D } from '../names.ts';
import { parsePath } from '../paths.ts';
import { xmlBody, type DavRequest } from '../request.ts';
import type { CollectionResource } from '../resource.ts';
import { demandOf } from '../sight.ts';

/** ACL (RFC 3744 §8.1): who may do what besides the owner, all of it anew. */
export async function acl(request: DavRequest): Promise<void> {
  const body = await xmlBody(request);
  if (body?.name !== D('acl')) throw new DavError(400);
  const resource = await located(request);
  if (resource.kind !== 'collection') throw new DavError(403);
  demandOf(resource, 'write-acl');
  const grants = childrenOf(body, D('ace')).flatMap((ace) => grantIn(ace, resource) ?? []);
  const unknown = await setGrants(request.deps, request.member, resource.collection, grants);
  if (unknown.length > 0) throw conditionFailed(D('recognized-principal'));
  answerNothing(request.ctx, 200);
}

/** Null: it says what holds without it. @throws DavError */
function grantIn(ace: XmlElement, { collection }: CollectionResource): Grant | null {
  if (childOf(ace, D('protected')) || childOf(ace, D('inherited'))) return null;
  if (childOf(ace, D('invert'))) throw conditionFailed(D('no-invert'));
  if (childOf(ace, D('deny'))) throw conditionFailed(D('grant-only'));
  const who = childOf(ace, D('principal'))?.children.find(isElement);
  const given = childOf(ace, D('grant'));
  if (!who || !given) throw new DavError(400);
  const grantee = granteeOf(who);
  if (grantee === 'owner' || grantee.principalId === collection.principalId) return null;
  const { principalId } = grantee;
  const privileges = childrenOf(given, D('privilege'))
    .flatMap(elementsIn)
    .map(({ name }) => splitName(name).local);
  if (privileges.some((name) => !isPrivilegeOf(collection.kind, name)))
    throw conditionFailed(D('not-supported-privilege'));
  return { principalId, privileges: privileges as Privilege[] };
}

/** Null: everybody who is signed in. Nobody else sees anything of a calendar. */
function granteeOf(who: XmlElement): { principalId: string | null } | 'owner' {
  if (who.name === D('authenticated')) return { principalId: null };
  if (who.name === D('property') && childOf(who, D('owner'))) return 'owner';
  if (who.name !== D('href')) throw conditionFailed(D('allowed-principal'));
  const path = parsePath(textIn(who).trim());
  if (path?.kind !== 'principal') throw conditionFailed(D('recognized-principal'));
  return { principalId: path.principalId };
}
