import type { Context } from 'koa';
import { homeHref, DAV_ROOT, principalHref } from './paths.ts';

/** Where a request to the calendar server leads. */
export type Leads =
  | { kind: 'here'; path: string }
  /** Before anybody signs in (RFC 6764 §5). */
  | { kind: 'elsewhere'; location: string }
  /** To what is somebody's, who is named. */
  | { kind: 'named'; name: string; hrefOf: (principalId: string) => string };

/** Pages are read by GET; with these, nobody but a client of calendars comes to an address that is a page's too. */
const OF_CLIENTS = new Set(['PROPFIND', 'OPTIONS', 'REPORT', 'PROPPATCH']);

/**
 * Clients look for calendars where other servers have them: at the root, under /principals/, and at an address of Apple's own,
 * until one tells who is signed in (RFC 5397 §3). Names of people lead to what is theirs, with method and body.
 *
 * @returns null: it is not about calendars
 */
export function leadsTo({ path, method }: Pick<Context, 'path' | 'method'>): Leads | null {
  if (path === '/dav' || path.startsWith(DAV_ROOT)) return { kind: 'here', path };
  if (/^\/\.well-known\/caldav\/?$/.test(path)) return { kind: 'elsewhere', location: DAV_ROOT };
  const [, of, name, rest = ''] = /^\/(principals|calendars)\/users\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  if (of !== undefined && name !== undefined) {
    const below = rest.replace(/^\//, '');
    const hrefOf = of === 'principals' ? principalHref : (id: string) => `${homeHref(id)}${below}`;
    return { kind: 'named', name, hrefOf };
  }
  if (!OF_CLIENTS.has(method)) return null;
  const isProbe = path === '/' || /^\/principals\/?$/.test(path) || /^\/calendar\/dav\//.test(path);
  return isProbe ? { kind: 'here', path: DAV_ROOT } : null;
}
