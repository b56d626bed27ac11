import { isUuid } from '../../domain/uuid.ts';

/** What an address under /dav/ is of; it need not be there. */
export type DavPath =
  | { kind: 'root' }
  | { kind: 'principals' }
  | { kind: 'principal'; principalId: string }
  | { kind: 'homes' }
  | { kind: 'home'; principalId: string }
  | { kind: 'collection'; principalId: string; segment: string }
  | { kind: 'member'; principalId: string; segment: string; name: string };

export const DAV_ROOT = '/dav/';

/**
 * Reads the path of a request or a DAV:href. Slashes that are doubled or missing at the end make no difference, nor does
 * which characters are percent-encoded; dots lead nowhere.
 *
 * @param href a path, or an absolute URL whose path counts
 * @returns null: there can be nothing
 */
export function parsePath(href: string): DavPath | null {
  const path = /^https?:\/\/[^/]*(\/[^?#]*)?/i.exec(href)?.[1] ?? href.split(/[?#]/, 1)[0] ?? '';
  const parts = path.split('/').filter((part) => part !== '');
  const decoded = parts.map(decodePart);
  if (decoded.some((part) => part === null) || decoded[0] !== 'dav' || decoded.length > 5) return null;
  const [, kind, principalId, segment, name] = decoded as string[];
  if (kind === undefined) return { kind: 'root' };
  if (kind !== 'principals' && kind !== 'calendars') return null;
  if (principalId === undefined) return { kind: kind === 'principals' ? 'principals' : 'homes' };
  if (!isUuid(principalId)) return null;
  const whose = { principalId: principalId.toLowerCase() };
  if (kind === 'principals') return segment === undefined ? { kind: 'principal', ...whose } : null;
  if (segment === undefined) return { kind: 'home', ...whose };
  if (name === undefined) return { kind: 'collection', ...whose, segment };
  return { kind: 'member', ...whose, segment, name };
}

const LONGEST_PART = 255;

/** Null: it is no name (RFC 3986 §3.3), or one that leads elsewhere. */
function decodePart(part: string): string | null {
  let text: string;
  try {
    text = decodeURIComponent(part);
  } catch {
    return null;
  }
  const isName =
    text !== '.' && text !== '..' && text.length <= LONGEST_PART && !/[/\\\u0000-\u001f\u007f]/.test(text);
  return isName ? text : null;
}

/** One spelling of each address, everywhere (RFC 4918 §8.3); those of collections end with a slash (§5.2). */
const encoded = (part: string): string => encodeURIComponent(part).replace(/%40/g, '@');

export const principalHref = (principalId: string): string => `${DAV_ROOT}principals/${principalId}/`;
export const PRINCIPALS_HREF = `${DAV_ROOT}principals/`;
export const HOMES_HREF = `${DAV_ROOT}calendars/`;
export const homeHref = (principalId: string): string => `${HOMES_HREF}${principalId}/`;
export const collectionHref = (principalId: string, segment: string): string =>
  `${homeHref(principalId)}${encoded(segment)}/`;
export const memberHref = (principalId: string, segment: string, name: string): string =>
  `${collectionHref(principalId, segment)}${encoded(name)}`;
