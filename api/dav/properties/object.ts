import type { ObjectHead, StoredObject } from '../../../queries/calendars/objects.ts';
import { C, D } from '../names.ts';
import { principalHref } from '../paths.ts';
import type { ObjectResource, Resource } from '../resource.ts';
import { currentPrivileges } from './acl.ts';
import { COMMON } from './common.ts';
import { hrefs, type Getters } from './property.ts';

/** An entity tag as HTTP writes it. */
export const quoted = (etag: string): string => `"${etag}"`;

const bytesOf = (object: ObjectHead | StoredObject): number =>
  'bytes' in object ? object.bytes : Buffer.byteLength(object.raw);

export const contentTypeOf = ({ component }: Pick<StoredObject, 'component'>): string =>
  `text/calendar; charset=utf-8; component=${component.toLowerCase()}`;

export const OBJECT: Getters<ObjectResource> = {
  ...COMMON,
  [D('resourcetype')]: () => [],
  [D('getetag')]: ({ object }) => [quoted(object.etag)],
  [D('getcontenttype')]: ({ object }) => [contentTypeOf(object)],
  [D('getcontentlength')]: ({ object }) => [String(bytesOf(object))],
  [D('getlastmodified')]: ({ object }) => [object.updatedAt.toUTCString()],
  [D('creationdate')]: ({ object }) => [object.createdAt.toISOString()],
  [D('owner')]: ({ at }) => hrefs(principalHref(at.collection.principalId)),
  [D('current-user-privilege-set')]: ({ at }) => currentPrivileges(at.collection.privileges),
  [C('schedule-tag')]: ({ object }) => (object.scheduleTag === null ? null : [quoted(object.scheduleTag)]),
};

export const MESSAGE: Getters<Extract<Resource, { kind: 'message' }>> = {
  ...COMMON,
  [D('resourcetype')]: () => [],
  [D('getetag')]: ({ message }) => [quoted(message.etag)],
  [D('getcontenttype')]: ({ message }) => [`text/calendar; charset=utf-8; method=${message.method}`],
  [D('getcontentlength')]: ({ message }) => [String(Buffer.byteLength(message.raw))],
  [D('getlastmodified')]: ({ message }) => [message.createdAt.toUTCString()],
  [D('creationdate')]: ({ message }) => [message.createdAt.toISOString()],
};
