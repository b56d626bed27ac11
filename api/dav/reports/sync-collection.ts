import { childOf, element, textIn, type XmlElement } from '../../../adapters/xml/element.ts';
import { changesFor, objectsOf, type KnownVersion } from '../../../queries/calendars/objects.ts';
import { conditionFailed, DavError } from '../dav-error.ts';
import { wantedIn } from '../methods/propfind.ts';
import { answerXml, multistatus, statusOf } from '../multistatus.ts';
import { D } from '../names.ts';
import { read } from '../properties/read.ts';
import type { DavRequest } from '../request.ts';
import { hrefOf, hrefWithin, type CollectionResource } from '../resource.ts';
import { demandSight } from '../sight.ts';
import { readToken, syncToken, tokenOf } from '../sync-token.ts';
import { calendarDataOf, dataWantedIn } from './calendar-data.ts';
import type { Report } from './report.ts';

/** What one answer holds; whoever has more to hear of gets a token for the rest (RFC 6578 §3.6). */
const MOST_CHANGES = 2_000;

/** DAV:sync-collection (RFC 6578): what changed since a token; without one, everything. */
export const syncCollection: Report = async (request, body, resource) => {
  if (resource.kind !== 'collection') throw new DavError(403);
  demandSight(resource);
  const level = textIn(childOf(body, D('sync-level')) ?? element(D('sync-level'))).trim();
  if (level === 'infinite') throw new DavError(403, element(D('sync-traversal-supported')));
  const { collection } = resource;
  const token = textIn(childOf(body, D('sync-token')) ?? element(D('sync-token'))).trim();
  const known = token === '' ? beginning(collection.version) : readToken(collection.id, token);
  if (!known) throw conditionFailed(D('valid-sync-token'));
  if (known.version === collection.version && known.tag === collection.versionTag)
    return answerXml(request.ctx, 207, multistatus([], [tokenElement(syncToken(collection))]));
  const changes = await changesFor(request.deps, collection, known, mostOf(body));
  if (!changes) throw conditionFailed(D('valid-sync-token'));
  const names = changes.names.map(({ name }) => name);
  const responses = await responsesFor(resource, names, known, body, request);
  const last = changes.names.at(-1);
  const isCut = changes.more && last !== undefined;
  if (isCut) responses.push(statusOf(hrefOf(resource), 507, element(D('number-of-matches-within-limits'))));
  const next = isCut ? tokenOf(collection.id, { ...last, begunAt: known.begunAt }) : syncToken(collection);
  answerXml(request.ctx, 207, multistatus(responses, [tokenElement(next)]));
};

/** Of what was gone by then, whoever begins need not hear. */
const beginning = (version: number): KnownVersion => ({ version: 0, tag: '', begunAt: version });

const tokenElement = (token: string): XmlElement => element(D('sync-token'), token);

/** @throws DavError 400, 507 where the client wants none at all */
function mostOf(body: XmlElement): number {
  const limit = childOf(body, D('limit'));
  const nresults = limit && childOf(limit, D('nresults'));
  if (!nresults) return MOST_CHANGES;
  const most = Number(textIn(nresults).trim());
  if (!Number.isInteger(most) || most < 0) throw new DavError(400);
  if (most === 0) throw new DavError(507, element(D('number-of-matches-within-limits')));
  return Math.min(most, MOST_CHANGES);
}

async function responsesFor(
  at: CollectionResource,
  names: readonly string[],
  { begunAt }: KnownVersion,
  body: XmlElement,
  request: DavRequest,
): Promise<XmlElement[]> {
  const wanted = wantedIn(body);
  const data = dataWantedIn(body);
  const objects = await objectsOf(request.deps, at.collection, names);
  const byName = new Map(objects.map((object) => [object.name, object]));
  const responses: XmlElement[] = [];
  for (const name of names) {
    const object = byName.get(name);
    if (object) {
      const resource = { kind: 'object', at, object } as const;
      responses.push(await read(resource, wanted, request, calendarDataOf(resource, data)));
    } else if (begunAt === null) {
      responses.push(statusOf(hrefWithin(at, name), 404));
    }
  }
  return responses;
}
