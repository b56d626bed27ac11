import { element, type XmlElement, type XmlName, type XmlNode } from '../../../adapters/xml/element.ts';
import { parseXml } from '../../../adapters/xml/parse.ts';
import { responseOf, type Propstat } from '../multistatus.ts';
import { D } from '../names.ts';
import type { DavRequest } from '../request.ts';
import { hrefOf, type Resource } from '../resource.ts';
import { COLLECTION } from './collection.ts';
import { PLAIN_COLLECTION } from './common.ts';
import { HOME } from './home.ts';
import { MESSAGE, OBJECT } from './object.ts';
import { PRINCIPAL } from './principal.ts';
import type { Getter, Getters, PropertyValue } from './property.ts';

/** Which properties somebody asks for (RFC 4918 §14.20). */
export type Wanted =
  | { kind: 'prop'; names: readonly XmlName[] }
  /** Those of RFC 4918 and dead ones, and more that are named. */
  | { kind: 'allprop'; include: readonly XmlName[] }
  | { kind: 'propname' };

const GETTERS: { [K in Resource['kind']]: Getters<Extract<Resource, { kind: K }>> } = {
  root: PLAIN_COLLECTION,
  principals: PLAIN_COLLECTION,
  homes: PLAIN_COLLECTION,
  principal: PRINCIPAL,
  home: HOME,
  collection: COLLECTION,
  object: OBJECT,
  message: MESSAGE,
};

/** Those that DAV:allprop gives (RFC 4918 §15). */
const OF_WEBDAV = [
  'creationdate',
  'displayname',
  'getcontentlanguage',
  'getcontentlength',
  'getcontenttype',
  'getetag',
  'getlastmodified',
  'resourcetype',
].map(D);

const LIVE = new Set(Object.values(GETTERS).flatMap((getters) => Object.keys(getters)));

/** The server keeps it itself, with one resource or another, and nobody sets it as they like. */
export const isLive = (name: XmlName): boolean => LIVE.has(name);

/** What clients keep with a resource, as XML. */
export function deadOf(resource: Resource): Readonly<Record<XmlName, string>> {
  if (resource.kind === 'collection') return resource.collection.properties;
  return resource.kind === 'home' ? resource.properties : {};
}

/** A DAV:response with what is wanted of a resource. */
export async function read(
  resource: Resource,
  wanted: Wanted,
  request: DavRequest,
  extra: Readonly<Record<XmlName, PropertyValue>> = {},
): Promise<XmlElement> {
  return responseOf(hrefOf(resource), await propstats(resource, wanted, request, extra));
}

/** An empty one is not written, but for a resource of which nothing is asked. */
export async function propstats(
  resource: Resource,
  wanted: Wanted,
  request: DavRequest,
  extra: Readonly<Record<XmlName, PropertyValue>> = {},
): Promise<Propstat[]> {
  const found: Record<200 | 403 | 404, XmlElement[]> = { 200: [], 403: [], 404: [] };
  for (const name of namesOf(resource, wanted)) {
    if (wanted.kind === 'propname') {
      found[200].push(element(name));
      continue;
    }
    const value = name in extra ? (extra[name] ?? null) : await valueOf(resource, name, request);
    if (value === null && wanted.kind === 'allprop') continue;
    if (value === null) found[404].push(element(name));
    else if (value === 'forbidden') found[403].push(element(name));
    else found[200].push(isWhole(value) ? value : element(name, value));
  }
  const all = ([200, 403, 404] as const).map((status) => ({ status, properties: found[status] }));
  const said = all.filter(({ properties }) => properties.length > 0);
  return said.length > 0 ? said : all.slice(0, 1);
}

/** A dead property with its attributes, as it was set. */
const isWhole = (value: readonly XmlNode[] | XmlElement): value is XmlElement => !Array.isArray(value);

function namesOf(resource: Resource, wanted: Wanted): readonly XmlName[] {
  if (wanted.kind === 'prop') return wanted.names;
  const live = Object.keys(GETTERS[resource.kind]);
  const dead = Object.keys(deadOf(resource));
  if (wanted.kind === 'propname') return [...live, ...dead];
  const own = live.filter((name) => OF_WEBDAV.includes(name));
  return [...new Set([...own, ...dead, ...wanted.include])];
}

async function valueOf(
  resource: Resource,
  name: XmlName,
  request: DavRequest,
): Promise<PropertyValue | XmlElement> {
  const getters = GETTERS[resource.kind] as Getters<Resource>;
  const getter: Getter<Resource> | undefined = Object.hasOwn(getters, name) ? getters[name] : undefined;
  if (getter) return getter(resource, request);
  const dead = deadOf(resource);
  return Object.hasOwn(dead, name) ? parseXml(dead[name] ?? '') : null;
}
