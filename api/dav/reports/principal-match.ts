import { childOf, elementsIn } from '../../../adapters/xml/element.ts';
import { DavError } from '../dav-error.ts';
import { locate } from '../locate.ts';
import { answerXml, multistatus } from '../multistatus.ts';
import { D } from '../names.ts';
import { read } from '../properties/read.ts';
import type { Report } from './report.ts';

/** DAV:principal-match (RFC 3744 §9.3) with DAV:self: who is signed in. */
export const principalMatch: Report = async (request, body) => {
  if (!childOf(body, D('self'))) throw new DavError(403);
  const prop = childOf(body, D('prop'));
  const names = prop ? elementsIn(prop).map(({ name }) => name) : [D('resourcetype')];
  const self = await locate({ kind: 'principal', principalId: request.member.principalId }, request);
  const responses = self ? [await read(self, { kind: 'prop', names }, request)] : [];
  answerXml(request.ctx, 207, multistatus(responses));
};
