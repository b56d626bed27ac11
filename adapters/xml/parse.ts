import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { XmlElement, XmlNode } from './element.ts';

/** Why a text is not taken; the codes are stable. */
export type XmlProblem = 'not-well-formed' | 'has-doctype' | 'too-deep' | 'too-many-elements';

export class XmlError extends Error {
  readonly code: XmlProblem;

  constructor(code: XmlProblem) {
    super(`the XML is refused: ${code}`);
    this.name = 'XmlError';
    this.code = code;
  }
}

export interface XmlLimits {
  depth: number;
  elements: number;
}

/** Deeper than anything that WebDAV asks for, and more than a report names. */
const USUAL_LIMITS: XmlLimits = { depth: 64, elements: 200_000 };

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

/**
 * Reads an XML document (with namespaces). Entities are the five of XML itself: a document that brings a DTD, and with it
 * entities of its own or files from elsewhere, is refused at its first line. Takes time and memory in proportion to the text.
 *
 * @throws XmlError
 */
export function parseXml(text: string, { depth, elements }: XmlLimits = USUAL_LIMITS): XmlElement {
  const parser = new SaxesParser<{ xmlns: true }>({ xmlns: true });
  const open: Open[] = [{ name: '', attributes: {}, children: [] }];
  let count = 0;
  parser.on('error', () => {
    throw new XmlError('not-well-formed');
  });
  parser.on('doctype', () => {
    throw new XmlError('has-doctype');
  });
  parser.on('opentag', (tag) => {
    if (open.length > depth) throw new XmlError('too-deep');
    if (++count > elements) throw new XmlError('too-many-elements');
    open.push({ name: clark(tag.uri, tag.local), attributes: attributesOf(tag), children: [] });
  });
  const addText = (content: string) => void open.at(-1)?.children.push(content);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed) open.at(-1)?.children.push(closed);
  });
  parser.write(text).close();
  const root = open[0]?.children.find((node) => typeof node !== 'string');
  if (root === undefined) throw new XmlError('not-well-formed');
  return root;
}

const clark = (namespace: string, local: string): string =>
  namespace === '' ? local : `{${namespace}}${local}`;

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** Declarations of prefixes are left out: names do not need them, and the writer makes its own. */
function attributesOf({ attributes }: SaxesTagNS): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { uri, local, value } of Object.values(attributes))
    if (uri !== XMLNS) found[clark(uri, local)] = value;
  return found;
}
