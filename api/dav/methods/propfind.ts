import { childOf, elementsIn, type XmlElement } from '../../../adapters/xml/element.ts';
import { DavError } from '../dav-error.ts';
import { element } from '../../../adapters/xml/element.ts';
import { located, membersOf } from '../locate.ts';
import { answerXml, multistatus } from '../multistatus.ts';
import { D } from '../names.ts';
import { read, type Wanted } from '../properties/read.ts';
import { depthOf, xmlBody, type DavRequest } from '../request.ts';
import { demandSight } from '../sight.ts';
import { contentLocation } from '../headers.ts';
import { hrefOf } from '../resource.ts';

/** PROPFIND (RFC 4918 §9.1). Without end (Depth: infinity) it is refused, which is the usual depth where none is said. */
export async function propfind(request: DavRequest): Promise<void> {
  const { ctx } = request;
  const depth = depthOf(request, 'infinity');
  const wanted = wantedOf(await xmlBody(request));
  const resource = await located(request);
  demandSight(resource);
  if (depth === 'infinity' && resource.kind !== 'object' && resource.kind !== 'message')
    throw new DavError(403, element(D('propfind-finite-depth')));
  const all = depth === 1 ? [resource, ...(await membersOf(resource, request))] : [resource];
  const responses: XmlElement[] = [];
  for (const each of all) responses.push(await read(each, wanted, request));
  contentLocation(ctx, hrefOf(resource));
  answerXml(ctx, 207, multistatus(responses));
}

/** Nothing at all means everything (RFC 4918 §9.1). @throws DavError 400 */
export function wantedOf(body: XmlElement | null): Wanted {
  if (body === null) return { kind: 'allprop', include: [] };
  if (body.name !== D('propfind')) throw new DavError(400);
  return wantedIn(body);
}

/** As reports ask for it, too. @throws DavError 400 */
export function wantedIn(body: XmlElement): Wanted {
  const prop = childOf(body, D('prop'));
  if (prop) return { kind: 'prop', names: [...new Set(elementsIn(prop).map(({ name }) => name))] };
  if (childOf(body, D('propname'))) return { kind: 'propname' };
  if (!childOf(body, D('allprop'))) throw new DavError(400);
  const include = childOf(body, D('include'));
  return { kind: 'allprop', include: include ? elementsIn(include).map(({ name }) => name) : [] };
}
