import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childOf, element, splitName, textIn, type XmlElement } from '../../../adapters/xml/element.ts';
import { parseXml, XmlError } from '../../../adapters/xml/parse.ts';
import { writeFragment, writeXml } from '../../../adapters/xml/write.ts';
import { rounds } from '../../support/rounds.ts';

const problemOf = (text: string): string => {
  try {
    parseXml(text);
  } catch (error) {
    return error instanceof XmlError ? error.code : 'another error';
  }
  return 'taken';
};

describe('reading XML', () => {
  it('names elements by their namespaces, whatever prefix they have', () => {
    const root = parseXml(
      '<d:a xmlns:d="DAV:" xmlns="urn:x"><b lang="en"/><d:b>text<![CDATA[<&]]></d:b></d:a>',
    );
    expect(root.name).toBe('{DAV:}a');
    expect(childOf(root, '{urn:x}b')?.attributes).toEqual({ lang: 'en' });
    expect(textIn(childOf(root, '{DAV:}b') as XmlElement)).toBe('text<&');
  });

  it('refuses a document that brings entities, one that reads a file, and one without an end', () => {
    expect(problemOf('<!DOCTYPE a [<!ENTITY b "bbb">]><a>&b;</a>')).toBe('has-doctype');
    expect(problemOf('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toBe('has-doctype');
    expect(problemOf('<a>&unknown;</a>')).toBe('not-well-formed');
    expect(problemOf('<a><b></a>')).toBe('not-well-formed');
    expect(problemOf('')).toBe('not-well-formed');
    expect(problemOf('<p:a/>')).toBe('not-well-formed');
  });

  it('refuses what is too deep or too much', () => {
    expect(problemOf('<a>'.repeat(100) + '</a>'.repeat(100))).toBe('too-deep');
    expect(problemOf(`<a>${'<b/>'.repeat(200_001)}</a>`)).toBe('too-many-elements');
  });
});

describe('writing XML', () => {
  it('declares known prefixes once, and others where they stand', () => {
    const root = element('{DAV:}a', [element('{urn:x}b', 'c'), element('d')]);
    expect(writeXml(root, { 'DAV:': 'D' })).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<D:a xmlns:D="DAV:"><x:b xmlns:x="urn:x">c</x:b><d xmlns=""/></D:a>\n',
    );
  });

  it('gives back what is read of it', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
    const name = fc
      .tuple(fc.constantFrom('', '{DAV:}', '{urn:x}', '{urn:y}'), word)
      .map((parts) => parts.join(''));
    const text = fc.string({
      unit: fc.constantFrom('a', '<', '&', '"', "'", '\r', '\n', ']', '>', 'é', '😀'),
    });
    const { node } = fc.letrec<{ node: XmlElement; attributes: Record<string, string> }>((tie) => ({
      attributes: fc.dictionary(
        name,
        text.map((value) => value.replace(/[\r\n]/g, ' ')),
      ),
      node: fc
        .tuple(name, fc.oneof({ depthSize: 'small' }, text, tie('node')), tie('attributes'))
        .map(([called, child, attributes]) =>
          element(called, typeof child === 'string' ? child : [child], attributes),
        ),
    }));
    fc.assert(
      fc.property(node, (tree) => {
        expect(parseXml(writeXml(tree, { 'DAV:': 'D' }))).toEqual(tree);
        expect(parseXml(writeFragment(tree))).toEqual(tree);
      }),
      { numRuns: rounds(300) },
    );
  });

  it('splits names', () => {
    expect(splitName('{DAV:}href')).toEqual({ namespace: 'DAV:', local: 'href' });
    expect(splitName('href')).toEqual({ namespace: '', local: 'href' });
  });
});
