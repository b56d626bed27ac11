import { storableText } from '../ical/text.ts';
import type { MeetingEvent } from './events.ts';

/** What is not seen, and may stand between any two characters. */
const UNSEEN = String.raw`[\u00ad\u200b-\u200d\u2060\ufeff]`;
const spelled = (characters: string): string => characters.split(' ').join(`${UNSEEN}{0,5}`);

/**
 * An at-sign: itself, full-width or small; percent-encoded, also more than once; as an HTML entity, also of one; in
 * quoted-printable; or escaped as in JavaScript. Between spaces or not.
 */
const AT = String.raw`\s{0,20}(?:[@\uff20\ufe6b]|${[
  spelled('% (?:2 5 ){0,5}4 0'),
  spelled('& (?:a m p ; ){0,5}(?:# (?:0 ){0,5}6 4 ;?|# x (?:0 ){0,5}4 0 ;?|c o m m a t ;?)'),
  spelled('= 4 0'),
  spelled(String.raw`\\ (?:u 0 0 |x )4 0`),
].join('|')})\s{0,20}`;
/** What may stand beside the at-sign. Apostrophes belong to names like O'Brien; zero-width characters are no ends. */
const OUTSIDE = String.raw`\s<>()[\]:;,"@\uff20\ufe6b`;
/** The longest local part that RFC 5321 §4.5.3.1 allows is 64 octets; much longer ones are searched for, not for ever. */
const LOCAL = String.raw`(?:"(?:[^"\\\r\n]|\\[^\r\n]){0,80}"|"[^"\r\n]{0,80}"|[^${OUTSIDE}]{1,320})`;
const DOMAIN = String.raw`(?:\[[^\]\s]{1,80}\]|[^${OUTSIDE}]+)`;

const AT_SIGN = new RegExp(AT, 'giu');
/** What looks like an address of a mailbox, in any script, also with a quoted local part or an address as its domain. */
const BEFORE = new RegExp(`${LOCAL}$`, 'u');
const AFTER = new RegExp(`^${DOMAIN}`, 'u');
const LOCAL_REACH = 320;
/** "width=40px" and "?n=40" are no addresses: after what is quoted-printable has to come a name with a dot in it. */
const NAMED_DOMAIN = new RegExp(String.raw`^(?:[\p{L}\p{N}-]|${UNSEEN}){1,70}\.${UNSEEN}{0,5}\p{L}`, 'u');
const NAME_REACH = 80;

const isQuotedPrintable = (at: string, after: string): boolean => !/\s/.test(at) && NAMED_DOMAIN.test(after);

const HIDDEN = '(address hidden)';

/**
 * Hides every e-mail address in a text that one attendee wrote and others will read:
 * two people who meet through Parley never learn each other's address (rule 4 of the design).
 * Takes time in proportion to the text's length, whatever it contains.
 */
export function hideAddresses(text: string): string {
  let shown = '';
  let done = 0;
  for (const at of text.matchAll(AT_SIGN)) {
    const end = at.index + at[0].length;
    if (at.index < done) continue;
    const local = BEFORE.exec(text.slice(Math.max(done, at.index - LOCAL_REACH), at.index))?.[0];
    if (local === undefined) continue;
    if (at[0].includes('=') && !isQuotedPrintable(at[0], text.slice(end, end + NAME_REACH))) continue;
    const domain = AFTER.exec(text.slice(end))?.[0];
    if (domain === undefined) continue;
    // "at 5 @ the office" is no address; one that is written with spaces has a domain with a dot.
    if (/\s/.test(at[0]) && !/\S[.\u3002]\S/u.test(domain)) continue;
    shown += text.slice(done, at.index - local.length) + HIDDEN;
    done = end + domain.length;
  }
  return shown + text.slice(done);
}

/**
 * Hides the given addresses, and only those, in a text that the backend wrote: it may name a help desk,
 * but not the attendees. Finds them in any case, with any kind of at-sign, and spelled in words ("ann (at) example dot
 * com"). Takes time in proportion to the text's length, for each address.
 *
 * @param addresses the attendees' addresses
 */
export function hideTheseAddresses(text: string, addresses: readonly string[]): string {
  const folded = folding(text);
  return addresses
    .filter((address) => address !== '' && mayBeIn(folded, address))
    .reduce(
      (hidden, address) => hidden.replace(anyFormOf(address), HIDDEN).replace(inWords(address), HIDDEN),
      text,
    );
}

/** Letters that a pattern without regard to case takes for one ASCII letter, as that letter: ſ is an S, K (Kelvin) a K. */
const folding = (text: string): string => text.toLowerCase().toUpperCase();

/**
 * Whether a text may have the address in any form: in each, the longest run of ASCII letters and digits stands as it is. To
 * look for that costs a fraction of the patterns, which have to be made for each address.
 */
function mayBeIn(folded: string, address: string): boolean {
  // A sub-address may be left out.
  const [longest] = (address.replace(/\+[^@]*@/, '@').match(/[a-z0-9]+/gi) ?? []).sort(
    (a, b) => b.length - a.length,
  );
  return longest === undefined || folded.includes(longest.toUpperCase());
}

/**
 * Hides every e-mail address, and the given ones also where they are spelled in words: which of other words are an address
 * nobody can tell.
 *
 * @param addresses the attendees' addresses
 */
export const hideAddressesAndThese = (text: string, addresses: readonly string[]): string =>
  hideTheseAddresses(hideAddresses(text), addresses);

const anyFormOf = (address: string): RegExp =>
  new RegExp(address.split('@').map(escapeRegExp).join(AT), 'giu');

const BLANK = String.raw`[\s\p{Cc}\p{Cf}]`;
/** What keeps words apart that are one address. */
const BETWEEN = String.raw`(?:[\s\p{Cc}\p{Cf}_*~|/-]|&nbsp;)`;
/**
 * In brackets, in quotes, or between blanks; a sign needs none of them. There is one way to read each text: of several, an
 * address of many signs would be tried in all combinations.
 */
const anyWay = (words: string, sign: string): string => {
  const bracketed = `[(\\[{<"'\`]${BLANK}{0,5}(?:${words}|${sign})${BLANK}{0,5}[)\\]}>"'\`]`;
  return `(?:${[
    `${BETWEEN}{0,20}${bracketed}${BETWEEN}{0,20}`,
    `${BETWEEN}{1,20}(?:${words})${BETWEEN}{1,20}`,
    `${BLANK}{0,20}${sign}${BLANK}{0,20}`,
  ].join('|')})`;
};

/** As they are said in the languages of the mails, and some others. */
const AT_IN_WORDS = anyWay(
  'at|ät|bei|arobase|arobas|arroba|en|chez|chiocciola|apenstaartje|małpa|zavináč|kukac|snabel-?a|собака|アットマーク|アット|艾特',
  AT,
);
const SIGNS: Record<string, string> = {
  '.': anyWay('dot|period|punkt|point|punto|ponto|punt|kropka|точка|ドット|点', '[.\u3002\uff0e]'),
  '-': anyWay('dash|minus|hyphen|bindestrich|tiret|guion|hífen|trattino', '-'),
  _: anyWay('underscore|unterstrich', '_'),
  '+': anyWay('plus|más|mais|più', '[+]'),
};

/** An address spelled in words. One with a sub-address (RFC 5233) is somebody's without it, too. */
function inWords(address: string): RegExp {
  const spelledOut = (part: string): string =>
    [...part].map((character) => SIGNS[character] ?? escapeRegExp(character)).join('');
  const at = address.lastIndexOf('@');
  const [, name = '', tag = ''] = /^([^+]+)(\+.*)?$/s.exec(address.slice(0, Math.max(at, 0))) ?? [];
  const local = `${spelledOut(name)}${tag === '' ? '' : `(?:${spelledOut(tag)})?`}`;
  const whole = `${local}${AT_IN_WORDS}${spelledOut(address.slice(at + 1))}`;
  return new RegExp(`(?<![\\p{L}\\p{N}])${whole}(?![\\p{L}\\p{N}])`, 'giu');
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * An event as it may go to where it is stored and shown to operators: what people wrote can be stored, and has no addresses
 * any more, as in the mails that are made of it. Of a cancellation the door has hidden the attendees' own (`hideTheseAddresses`); what the
 * backend tells otherwise, a help desk say, stays.
 */
export function asTold<E extends MeetingEvent>(event: E): E {
  switch (event.type) {
    case 'proposed':
      return { ...event, note: hideAddresses(storableText(event.note)) };
    case 'calendar-event':
      return { ...event, title: hideAddresses(storableText(event.title)) };
    case 'cancelled':
      return { ...event, reason: storableText(event.reason) };
    default:
      return event;
  }
}
