import type { FeedEvent } from '../ical/feed-event.ts';
import type { JcalProperty } from '../ical/parse-calendars.ts';

/** How a room is written in calendars. */
export interface RoomAddress {
  /** http or https, with a path where Parley lives under one. */
  publicUrl: string;
  /** Small letters, digits and dashes. */
  name: string;
}

/** Whether a text names the room by its address. */
export interface RoomTest {
  (text: string): boolean;
  /** Whether a title names the room by its name. */
  title: (text: string) => boolean;
}

/**
 * What an event says of where it is, besides all that begins with X-: conference addresses of Google, Microsoft and
 * others stand there, and so does the description as HTML. A title is no place, but may have the room's name.
 */
export const PLACES: ReadonlySet<string> = new Set([
  'location',
  'description',
  'url',
  'conference',
  'styled-description',
]);

/** Whether an event takes place in the room, by its own properties: an override says all of its instance. */
export function namesRoom({ component }: FeedEvent, test: RoomTest): boolean {
  return component[1].some((property) => {
    const [name, { altrep }, , ...values] = property;
    if (name === 'summary')
      return values.some((value) => typeof value === 'string' && test.title(plainText(value, property)));
    if (!PLACES.has(name) && !name.startsWith('x-')) return false;
    if (typeof altrep === 'string' && test(altrep)) return true;
    return values.some((value) => typeof value === 'string' && test(plainText(value, property)));
  });
}

/** ical.js takes the escapes out of properties that it knows (RFC 5545 §3.3.11), and of no other. */
function plainText(value: string, [, , type]: JcalProperty): string {
  if (type !== 'unknown' || !value.includes('\\')) return value;
  return withoutEscapes(value);
}

/** RFC 5545 §3.3.11. */
export const withoutEscapes = (value: string): string =>
  value.replace(/\\([nN;,\\])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped));

const SLASH = String.raw`(?:\/|%2f)`;
const COLON = '(?::|%3a)';
/** Of any script, roughly: Unicode's own classes take a hundred times as long to compile. */
const LETTERS = String.raw`\w\u00aa\u00b5\u00ba\u00c0-\u1fff\u2c00-\u2dff\u3040-\udfff\uf900-\uffef`;
const LETTER = `[${LETTERS}]`;
/** A path without a host begins a word: within another address it would be another host's. */
const BEGINNING = String.raw`(?:^|[\s"'<>(){}|,;*\u2018-\u201f\u00ab\u00bb]|(?:^|\s)${LETTER}+:)`;
/** The name is whole: neither goes it on, nor does the path. */
const END = String.raw`(?!${LETTER}|[-.@+~=]+${LETTER}|-*%(?:2d|3[0-9]|[4-6][0-9a-f]|7[0-9a]|[89a-f])|${SLASH}+${LETTER})`;

/**
 * Makes the test of a room: its full URL, with or without `room/`; `/room/NAME` and `room/NAME`; `/NAME room`. In any
 * case, in text and in HTML, also inside links that a mail filter has wrapped.
 */
export function roomTest({ publicUrl, name }: RoomAddress): RoomTest {
  const { host, path } = partsOf(publicUrl);
  const escapedName = escaped(name);
  const full = `(?:https?${COLON}${SLASH}{2}|(?<![${LETTERS}.@%/:=&?#-]))${host}${path}(?:${SLASH}room)?`;
  const named = String.raw`(?:${full}|${BEGINNING}\/?room)${SLASH}${escapedName}`;
  const short = String.raw`${BEGINNING}\/${escapedName}`;
  // What all forms have comes first: few places are looked at more closely, backwards.
  const room = new RegExp(
    String.raw`${SLASH}${escapedName}(?:(?<=${named})${END}|(?<=${short})(?=\s+room(?!${LETTER}|-)))`,
    'i',
  );
  const test = (text: string): boolean => room.test(text.includes('&') ? withoutEntities(text) : text);
  return Object.assign(test, { title: titleTest(name) });
}

/** A letter of a name, of either case, as wide as letters of Japanese too: `m` and `ｍ`. */
const anyWidth = (letter: string): string =>
  `[${letter === '-' ? '\\-' : letter}${String.fromCharCode(letter.charCodeAt(0) + 0xfee0)}]`;

/** What makes a word of two: addresses, "max's", "max-2". */
const JOINING = String.raw`[-.@+~='\u2019\u2010\u2011]`;
const WORD_END = `(?!${LETTER}|${JOINING}+${LETTER}|/)`;
/** Somebody's name, where the room's is a first name: "Max Mustermann". */
const SURNAME = String.raw`[ \u00a0]+\p{Lu}\p{Ll}`;

/**
 * Makes the test of titles: the room's name as a whole word, in any case and width. One of letters alone may be a first name, so a
 * word with a capital behind it goes on with it, unless the name is the first word of a heading: "Max: Planning".
 */
function titleTest(name: string): RoomTest['title'] {
  const written = [...name].map(anyWidth).join('');
  const word = new RegExp(`(?<!${LETTER}|${LETTER}${JOINING}|[/\\\\%:])${written}${WORD_END}`, 'gi');
  const mayBeSomebody = /^[a-z]+$/.test(name);
  const surname = new RegExp(`^${SURNAME}`, 'u');
  return (text) => {
    for (const { index, 0: found } of text.matchAll(word)) {
      if (!mayBeSomebody || !surname.test(text.slice(index + found.length))) return true;
    }
    return false;
  };
}

const FOLD = String.raw`(?:\r?\n[ \t])*`;

/**
 * Finds where a calendar's text, folded and escaped as it came, may have what `roomTest` finds; what it does not find is
 * not there. All forms of the address have the name behind a slash, which may be written as an entity; a title has it as a word,
 * before which an escaped end of a line may stand.
 */
export function mentionPattern({ name }: Pick<RoomAddress, 'name'>): RegExp {
  const folded = [...name].map(escaped).join(FOLD);
  const slash = String.raw`(?:\/|%${FOLD}2${FOLD}f|;)`;
  const word = [...name].map(anyWidth).join(FOLD);
  const before = String.raw`(?:(?<![${LETTERS}/])|(?<=\\n)|(?<=\r?\n[ \t]))`;
  return new RegExp(`${slash}${FOLD}${folded}${END}|${before}${word}${WORD_END}`, 'gi');
}

/** As far as an address, or the space around it, is written in them. */
const withoutEntities = (html: string): string =>
  html
    .replace(/&(?:nbsp|#160|#xa0);/gi, ' ')
    .replace(/&(?:#47|#x2f|sol);/gi, '/')
    .replace(/&(?:#58|#x3a|colon);/gi, ':');

const DEFAULT_PORTS: Record<string, string> = { http: '80', https: '443' };

/** As patterns. */
function partsOf(publicUrl: string): { host: string; path: string } {
  const [, scheme = '', hostname = '', port, path = ''] =
    /^(https?):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::(\d+))?([^?#]*)/i.exec(publicUrl) ?? [];
  const usual = DEFAULT_PORTS[scheme.toLowerCase()];
  const ports =
    port === undefined || port === usual ? `(?:${COLON}(?:${usual}))?` : `${COLON}${escaped(port)}`;
  const steps = path.split('/').filter((step) => step !== '');
  return {
    host: String.raw`${escaped(hostname)}\.?${ports}`,
    path: steps.map((step) => `${SLASH}${escaped(step)}`).join(''),
  };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
