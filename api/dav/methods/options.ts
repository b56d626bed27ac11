import { answerNothing } from '../answer.ts';
import { schedulesFor } from '../scheduling.ts';
import type { DavRequest } from '../request.ts';

/** What of WebDAV the server does (RFC 4918 §10.1, RFC 3744 §7.2, RFC 5689 §3.1, RFC 4791 §5.1, RFC 6638 §2). */
export const complianceOf = (request: Pick<DavRequest, 'deps'>): string =>
  [
    '1, 3, access-control, extended-mkcol, calendar-access',
    ...(schedulesFor(request) ? ['calendar-auto-schedule'] : []),
  ].join(', ');

const METHODS =
  'OPTIONS, GET, HEAD, PUT, POST, DELETE, COPY, MOVE, MKCOL, MKCALENDAR, PROPFIND, PROPPATCH, REPORT, ACL';

export function options(request: DavRequest): void {
  request.ctx.set('Allow', METHODS);
  answerNothing(request.ctx, 200);
}
