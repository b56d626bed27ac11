import {
  childrenOf,
  element,
  elementsIn,
  textIn,
  type XmlElement,
  type XmlName,
} from '../../../adapters/xml/element.ts';
import { DavError } from '../dav-error.ts';
import { locateHref } from '../locate.ts';
import { answerXml, multistatus, responseOf, statusOf } from '../multistatus.ts';
import { D, DAV } from '../names.ts';
import { propstats } from '../properties/read.ts';
import type { DavRequest } from '../request.ts';
import { hrefOf, type Resource } from '../resource.ts';
import { demandSight } from '../sight.ts';
import type { Report } from './report.ts';

interface Expanded {
  name: XmlName;
  /** What is wanted of each resource that it names. */
  inside: readonly Expanded[];
}

/** Clients go two deep. */
const DEEPEST = 4;
const MOST_RESOURCES = 500;

/** DAV:expand-property (RFC 3253 §3.8): properties, and those of the resources that they name. */
export const expandProperty: Report = async (request, body, resource) => {
  demandSight(resource);
  const budget = { left: MOST_RESOURCES };
  answerXml(request.ctx, 207, multistatus([await expanded(resource, wantedIn(body, 1), request, budget)]));
};

/** @throws DavError 400, 403: it is too deep */
function wantedIn(parent: XmlElement, depth: number): Expanded[] {
  if (depth > DEEPEST) throw new DavError(403);
  return childrenOf(parent, D('property')).map((property) => {
    const { name, namespace = DAV } = property.attributes;
    if (!name) throw new DavError(400);
    return { name: `{${namespace}}${name}`, inside: wantedIn(property, depth + 1) };
  });
}

async function expanded(
  resource: Resource,
  wanted: readonly Expanded[],
  request: DavRequest,
  budget: { left: number },
): Promise<XmlElement> {
  if (--budget.left < 0) throw new DavError(507);
  const names = wanted.map(({ name }) => name);
  const stats = await propstats(resource, { kind: 'prop', names }, request);
  const all = [];
  for (const stat of stats) {
    const properties = [];
    for (const property of stat.properties) {
      const inside = wanted.find(({ name }) => name === property.name)?.inside ?? [];
      properties.push(
        stat.status === 200 && inside.length > 0
          ? await followed(property, inside, request, budget)
          : property,
      );
    }
    all.push({ ...stat, properties });
  }
  return responseOf(hrefOf(resource), all);
}

async function followed(
  property: XmlElement,
  wanted: readonly Expanded[],
  request: DavRequest,
  budget: { left: number },
): Promise<XmlElement> {
  const responses = [];
  for (const child of elementsIn(property)) {
    if (child.name !== D('href')) continue;
    const href = textIn(child).trim();
    const resource = await locateHref(href, request);
    responses.push(resource ? await expanded(resource, wanted, request, budget) : statusOf(href, 404));
  }
  return element(property.name, responses);
}
