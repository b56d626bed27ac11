/** A name in Clark notation: `{DAV:}href`; without a namespace, `href`. */
export type XmlName = string;

/** Text, or an element. Comments and processing instructions are not kept. */
export type XmlNode = string | XmlElement;

export interface XmlElement {
  name: XmlName;
  /** By their names in Clark notation; `xml:lang` is `{http://www.w3.org/XML/1998/namespace}lang`. */
  attributes: Readonly<Record<XmlName, string>>;
  children: readonly XmlNode[];
}

/** Makes the names of one namespace. */
export const namesIn =
  (namespace: string) =>
  (local: string): XmlName =>
    `{${namespace}}${local}`;

/** What both notations tell apart. */
export function splitName(name: XmlName): { namespace: string; local: string } {
  const end = name.startsWith('{') ? name.indexOf('}') : -1;
  return { namespace: name.slice(1, Math.max(end, 1)), local: name.slice(end + 1) };
}

/** An element; what is null among its children is left out. */
export function element(
  name: XmlName,
  children: readonly (XmlNode | null)[] | string = [],
  attributes: XmlElement['attributes'] = {},
): XmlElement {
  if (typeof children === 'string') return { name, attributes, children: children === '' ? [] : [children] };
  return { name, attributes, children: children.filter((child) => child !== null) };
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The elements in it, without the white space between them. */
export const elementsIn = ({ children }: XmlElement): XmlElement[] => children.filter(isElement);

/** The first child of the name. */
export const childOf = (parent: XmlElement, name: XmlName): XmlElement | undefined =>
  parent.children.find((node): node is XmlElement => isElement(node) && node.name === name);

export const childrenOf = (parent: XmlElement, name: XmlName): XmlElement[] =>
  elementsIn(parent).filter((child) => child.name === name);

/** All text in it, also that of elements in it. */
export const textIn = ({ children }: XmlElement): string =>
  children.map((node) => (isElement(node) ? textIn(node) : node)).join('');
