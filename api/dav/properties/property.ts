import { element, type XmlElement, type XmlName, type XmlNode } from '../../../adapters/xml/element.ts';
import { D } from '../names.ts';
import type { DavRequest } from '../request.ts';
import type { Resource } from '../resource.ts';

/** What a property is: its content; null where the resource has none; or that its reader may not see it. */
export type PropertyValue = readonly XmlNode[] | null | 'forbidden';

/** Works out a property of one kind of resource. */
export type Getter<R extends Resource> = (
  resource: R,
  request: DavRequest,
) => PropertyValue | Promise<PropertyValue>;

/** The live properties of a kind of resource, by their names. */
export type Getters<R extends Resource> = Readonly<Record<XmlName, Getter<R>>>;

export const hrefs = (...all: readonly string[]): XmlElement[] => all.map((href) => element(D('href'), href));

export const empty = (name: XmlName): XmlElement => element(name);
