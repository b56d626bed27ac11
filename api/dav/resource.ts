import type { Principal, SeenCollection } from '../../queries/calendars/collections.ts';
import type { ObjectHead, StoredObject } from '../../queries/calendars/objects.ts';
import type { ScheduleMessage } from '../../queries/calendars/messages.ts';
import {
  collectionHref,
  DAV_ROOT,
  homeHref,
  HOMES_HREF,
  memberHref,
  principalHref,
  PRINCIPALS_HREF,
} from './paths.ts';

/** Something that has properties, as its reader sees it. */
export type Resource =
  | { kind: 'root' }
  | { kind: 'principals' }
  | { kind: 'homes' }
  | { kind: 'principal'; principal: Principal }
  | { kind: 'home'; principal: Principal; properties: Readonly<Record<string, string>> }
  | CollectionResource
  | ObjectResource
  | { kind: 'message'; at: CollectionResource; message: ScheduleMessage };

/** A calendar, an inbox or an outbox. */
export interface CollectionResource {
  kind: 'collection';
  collection: SeenCollection;
  /** In whose home it is looked at: also of somebody whom it is shared with. */
  home: string;
}

export interface ObjectResource {
  kind: 'object';
  at: CollectionResource;
  object: ObjectHead | StoredObject;
}

/** Its own address; everybody writes it the same way. */
export function hrefOf(resource: Resource): string {
  switch (resource.kind) {
    case 'root':
      return DAV_ROOT;
    case 'principals':
      return PRINCIPALS_HREF;
    case 'homes':
      return HOMES_HREF;
    case 'principal':
      return principalHref(resource.principal.id);
    case 'home':
      return homeHref(resource.principal.id);
    case 'collection':
      return collectionHref(resource.home, segmentAt(resource));
    case 'object':
      return hrefWithin(resource.at, resource.object.name);
    case 'message':
      return hrefWithin(resource.at, resource.message.name);
  }
}

/** Where something of that name is, or was, in a collection. */
export const hrefWithin = (at: CollectionResource, name: string): string =>
  memberHref(at.home, segmentAt(at), name);

/** In another's home it is called by its id: names of two owners may be the same. */
const segmentAt = ({ collection, home }: CollectionResource): string =>
  home === collection.principalId ? collection.segment : collection.id.toUpperCase();
