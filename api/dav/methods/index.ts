import type { DavRequest } from '../request.ts';
import { acl } from './acl.ts';
import { get } from './get.ts';
import { mkcalendar, mkcol } from './make-collection.ts';
import { options } from './options.ts';
import { post } from './post.ts';
import { propfind } from './propfind.ts';
import { proppatch } from './proppatch.ts';
import { put, remove } from './put.ts';
import { report } from './report.ts';
import { copy, move } from './transfer.ts';

/** What a client may do, by the method of its request. */
export const METHODS: ReadonlyMap<string, (request: DavRequest) => Promise<void> | void> = new Map([
  ['OPTIONS', options],
  ['GET', get],
  ['HEAD', get],
  ['PUT', put],
  ['POST', post],
  ['DELETE', remove],
  ['COPY', copy],
  ['MOVE', move],
  ['MKCOL', mkcol],
  ['MKCALENDAR', mkcalendar],
  ['PROPFIND', propfind],
  ['PROPPATCH', proppatch],
  ['REPORT', report],
  ['ACL', acl],
]);
