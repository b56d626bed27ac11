import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideAddresses, hideAddressesAndThese, hideTheseAddresses } from '../../domain/meeting/privacy.ts';
import { growth } from '../support/growth.ts';

const HIDDEN = '(address hidden)';

describe('an address that somebody wrote', () => {
  it.each([
    'ann@example.com',
    "Ann.O'Brien+tag@mail.example.com",
    'ünï@exämple.test',
    '"ann lee"@example.com',
    'ann@[192.0.2.1]',
    'ann @ example.com',
    'ann@\nexample.com',
    'ann＠example.com',
    'ann%40example.com',
    'ann&#64;example.com',
    'ann&commat;example.com',
    'an\u200bn@exam\u200bple.com',
    'ann%2540example.com',
    'ann%252540example.com',
    'ann%\u200b4\u200d0example.com',
    'ann%2\u2060540example.com',
    'ann&#\u200b64;example.com',
    'ann&#x0\ufeff040;example.com',
    'ann&amp;#64;example.com',
    'ann&com\u00admat;example.com',
    'ann=40example.com',
    String.raw`ann\u0040example.com`,
    String.raw`ann\x40example.com`,
    'ann=4\u200b0exam\u200bple.com',
    String.raw`"a\"b"@example.com`,
    String.raw`"a\\"@example.com`,
    String.raw`"a\"@example.com`,
  ])('%j is hidden', (address) => {
    expect(hideAddresses(`write <${address}>, or not`)).toBe(`write <${HIDDEN}>, or not`);
    expect(hideAddresses(address)).toBe(HIDDEN);
  });

  it('is hidden as often as it is there', () => {
    expect(hideAddresses('a@example.com b@example.com;c@example.com')).toBe(`${HIDDEN} ${HIDDEN};${HIDDEN}`);
  });

  it.each([
    'see you at 5',
    'ask @ann',
    'meet @ the office',
    'rate: 3 @ 5',
    '50%',
    'n=40',
    'n=40.5',
    'width=40px',
    '?n=40&f=a.txt',
    'n =40 a.b',
    '',
  ])('%j has none', (text) => {
    expect(hideAddresses(text)).toBe(text);
  });

  it('is never left, in whatever text', () => {
    const address = 'ann.lee@example.com';
    const around = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(around, fc.mixedCase(fc.constant(address)), around, (before, odd, after) => {
        expect(hideAddresses(before + odd + after).toLowerCase()).not.toContain(address);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    'a',
    'a@',
    ' ',
    '@',
    'a@,',
    '"',
    '&#00',
    '\u00e9 @ ',
    '=40',
    'a=40',
    '%25',
    '%\u200b',
    '&amp;',
    '"\\',
    '" @',
  ])('is looked for in a megabyte of %j in a time that grows as the text does', (text) => {
    expect(growth((length) => hideAddresses(text.repeat(length / text.length)), 125_000)).toBeLessThan(24);
  });
});

describe("the attendees' addresses in a text of the backend", () => {
  it('are hidden in any case and with any at-sign, and others are not', () => {
    const text = 'ANN@example.com, ann @ Example.com, ann%40example.com; help@example.com';
    expect(hideTheseAddresses(text, ['Ann@Example.com', ''])).toBe(
      `${HIDDEN}, ${HIDDEN}, ${HIDDEN}; help@example.com`,
    );
  });

  it('are found whatever stands for one of their letters in another case', () => {
    // The long s and the sign for kelvin are an s and a k to whoever compares without regard to case.
    expect(hideTheseAddresses('to \u017fi\u212ael@example.com', ['sikel@example.com'])).toBe(`to ${HIDDEN}`);
    const text = String.fromCodePoint(...Array.from({ length: 0x3000 }, (_, code) => code));
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      for (const [same] of text.matchAll(new RegExp(letter, 'giu'))) {
        const address = `${letter.repeat(9)}@x.example`;
        expect(hideTheseAddresses(`${same.repeat(9)}@x.example`, [address])).toBe(HIDDEN);
      }
    }
  });

  it('may contain what means something in a regular expression', () => {
    const odd = 'a.b+c$[d]*(e)|f^{g}-h/i\\j?@example.com';
    expect(hideTheseAddresses(`to ${odd.toUpperCase()}.`, [odd])).toBe(`to ${HIDDEN}.`);
    expect(hideTheseAddresses('aXb@example.com', ['a.b@example.com'])).toBe('aXb@example.com');
  });
});

describe("the attendees' addresses spelled in words", () => {
  const ATTENDEES = [
    'ann.lee@mail.example.com',
    'gus@exam-ple.org',
    'max+work@example.net',
    'a-b-c-d_e_f.g-h@i-j.example',
  ];
  const hidden = (text: string) => hideAddressesAndThese(text, ATTENDEES);

  it.each([
    'ann.lee (at) mail.example.com',
    'ann.lee(at)mail.example.com',
    'ann.lee [at] mail [dot] example [dot] com',
    'ANN dot LEE at mail dot example dot com',
    'ann.lee {at} mail{dot}example{dot}com',
    'ann.lee <at> mail.example.com',
    'ann . lee at mail . example . com',
    'ann_dot_lee_at_mail_dot_example_dot_com',
    'ann.lee -at- mail.example.com',
    'ann.lee "at" mail.example.com',
    'ann.lee\n(at)\u0000mail.example.com',
    'ann\u200b.lee (at) mail.example.com',
    'ann.lee [@] mail [.] example [.] com',
    'ann punkt lee ät mail punkt example punkt com',
    'ann point lee arobase mail point example point com',
    'ann punto lee arroba mail punto example punto com',
    'ann ponto lee (arroba) mail ponto example ponto com',
    'ann.lee chiocciola mail.example.com',
    'ann ドット lee アットマーク mail ドット example ドット com',
    'gus at exam-ple dot org',
    'gus (at) exam dash ple (dot) org',
    'max plus work at example dot net',
    'max at example dot net',
  ])('%j are hidden', (address) => {
    expect(hidden(`write (${address}), or not`)).toBe(`write (${HIDDEN}), or not`);
    expect(hidden(address)).toBe(HIDDEN);
  });

  it.each([
    'bob (at) example dot com',
    'meet gus at the example dot org office',
    'august at exam-ple dot organic',
    'max at example network',
    'Ann Lee at mail, example, com',
  ])('%j are none', (text) => {
    expect(hidden(text)).toBe(text);
  });

  it.each([
    'gus ',
    'gus at ',
    'gus (',
    'max plus work at example ',
    'ann dot ',
    ' ',
    '(',
    '-',
    'gus_',
    'a--------b--------c--------d________e________f  .  g--------h  @  i--------j x',
  ])('are looked for in a megabyte of %j in a time that grows as the text does', (text) => {
    expect(growth((length) => hidden(text.repeat(length / text.length)), 60_000)).toBeLessThan(24);
  });
});
