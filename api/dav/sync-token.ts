import type { Collection } from '../../queries/calendars/collections.ts';
import type { KnownVersion } from '../../queries/calendars/objects.ts';

/** A state of a collection, as short as an entity tag (getctag). */
export const stateOf = ({ version, versionTag }: Pick<Collection, 'version' | 'versionTag'>): string =>
  `${version}-${versionTag}`;

/**
 * A state of a calendar as a URI (RFC 6578 §4): which calendar, how many changes it had, and a tag of the last of them. A copy
 * of the database from before has other tags for what was changed since, so that tokens of what is lost are known as such.
 */
export const syncToken = ({
  id,
  version,
  versionTag,
}: Pick<Collection, 'id' | 'version' | 'versionTag'>): string =>
  tokenOf(id, { version, tag: versionTag, begunAt: null });

export const tokenOf = (calendarId: string, { version, tag, begunAt }: KnownVersion): string =>
  `urn:uuid:${calendarId}#${version}-${tag}${begunAt === null ? '' : `-${begunAt}`}`;

const TOKEN = /^urn:uuid:([0-9a-f-]{36})#(\d{1,15})-([0-9a-f]{12})(?:-(\d{1,15}))?$/;

/** Null: it is no token of this calendar. */
export function readToken(calendarId: string, token: string): KnownVersion | null {
  const [, id, version, tag, begunAt] = TOKEN.exec(token.trim()) ?? [];
  if (id !== calendarId || version === undefined || tag === undefined) return null;
  return { version: Number(version), tag, begunAt: begunAt === undefined ? null : Number(begunAt) };
}
