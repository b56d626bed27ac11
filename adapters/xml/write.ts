import { splitName, type XmlElement, type XmlName, type XmlNode } from './element.ts';

/** Prefixes of namespaces that are used often; all others are declared where they stand. */
export type XmlPrefixes = Readonly<Record<string, string>>;

const XML = 'http://www.w3.org/XML/1998/namespace';

/** Writes a document; the prefixes are declared once, at its root. */
export function writeXml(root: XmlElement, prefixes: XmlPrefixes): string {
  const declared = Object.entries(prefixes)
    .map(([namespace, prefix]) => ` xmlns:${prefix}="${escaped(namespace)}"`)
    .join('');
  return `<?xml version="1.0" encoding="utf-8"?>\n${written(root, namer(prefixes), declared)}\n`;
}

/** Writes an element by itself, which declares whatever it needs: as something that is kept, and stands anywhere. */
export const writeFragment = (root: XmlElement): string => written(root, namer({}), '');

type Namer = (name: XmlName) => { tag: string; declaration: string };

const NAMES = new WeakMap<XmlPrefixes, Map<XmlName, string>>();
const MOST_NAMES = 5_000;

function namer(prefixes: XmlPrefixes): Namer {
  let known = NAMES.get(prefixes);
  if (!known) NAMES.set(prefixes, (known = new Map<XmlName, string>()));
  const names = known;
  return (name) => {
    const tag = names.get(name);
    if (tag !== undefined) return { tag, declaration: '' };
    const { namespace, local } = splitName(name);
    if (namespace === '') return { tag: local, declaration: ' xmlns=""' };
    const prefix = namespace === XML ? 'xml' : prefixes[namespace];
    if (prefix === undefined) return { tag: `x:${local}`, declaration: ` xmlns:x="${escaped(namespace)}"` };
    if (names.size < MOST_NAMES) names.set(name, `${prefix}:${local}`);
    return { tag: `${prefix}:${local}`, declaration: '' };
  };
}

function written(node: XmlNode, nameOf: Namer, declared: string): string {
  if (typeof node === 'string') return escaped(node);
  const { tag, declaration } = nameOf(node.name);
  const start = `<${tag}${declaration}${declared}${attributesOf(node, nameOf)}`;
  if (node.children.length === 0) return `${start}/>`;
  let inside = '';
  for (const child of node.children) inside += written(child, nameOf, '');
  return `${start}>${inside}</${tag}>`;
}

function attributesOf({ attributes }: XmlElement, nameOf: Namer): string {
  let text = '';
  let nth = 0;
  for (const [name, value] of Object.entries(attributes)) {
    const { namespace, local } = splitName(name);
    if (namespace === '') text += ` ${local}="${escaped(value)}"`;
    else {
      const { tag, declaration } = nameOf(name);
      // Its own prefix: that of the element may be another namespace's.
      const prefix = `a${nth++}`;
      text +=
        declaration === ''
          ? ` ${tag}="${escaped(value)}"`
          : ` xmlns:${prefix}="${escaped(namespace)}" ${prefix}:${local}="${escaped(value)}"`;
    }
  }
  return text;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader makes a line feed of it otherwise (XML 1.0 §2.11), and iCalendar has lines that end in both.
  '\r': '&#13;',
};

/** What XML 1.0 has no place for at all (§2.2) is left out. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const SPECIAL = /[&<>"\r]/;

export function escaped(text: string): string {
  const clean = FORBIDDEN.test(text) ? text.replace(FORBIDDEN, '') : text;
  return SPECIAL.test(clean) ? clean.replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? '') : clean;
}
