import { decodeText } from './decode-text.ts';
import { messageIds, valueOf, valuesOf, type HeaderLine } from './header-lines.ts';
import type { Part } from './take-apart.ts';

/** RFC 3464 §2.3.3 */
export type DeliveryAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** What became of a message for one recipient (RFC 3464 §2.3). Addresses are in lower case. */
export interface ReportedRecipient {
  action: DeliveryAction | null;
  /** RFC 3463: "5.1.1"; null when it is missing or none. */
  status: string | null;
  originalRecipient: string | null;
  finalRecipient: string | null;
  /** The other server's own words; bounded. */
  diagnostic: string | null;
}

export interface DeliveryReport {
  recipients: ReportedRecipient[];
  /** The Message-ID of the message that it is about, with angle brackets; null when the report does not carry it. */
  originalMessageId: string | null;
}

const STATUS_TYPES = ['message/delivery-status', 'message/global-delivery-status'];
const ORIGINAL_TYPES = [
  'message/rfc822',
  'text/rfc822-headers',
  'message/global',
  'message/global-headers',
  'message/rfc822-headers',
  'text/global-headers',
  'message/partial',
  'message/external-body',
];
/** The registered ones, and what mail systems write in their place. */
const ACTIONS: [RegExp, DeliveryAction][] = [
  [/^(?:fail|expire|undeliver|reject|bounce|return|refuse|dropped|perm|error)/, 'failed'],
  [/^(?:delay|defer|warn|temp|retry|queue)/, 'delayed'],
  [/^(?:deliver|success)/, 'delivered'],
  [/^relay/, 'relayed'],
  [/^expan/, 'expanded'],
];

const REPORT_LIMIT = 256_000;
const MOST_RECIPIENTS = 1_000;
const LONGEST_DIAGNOSTIC = 1_000;

/** What the parts of a message say as a report; null when it is none. */
export function deliveryReportOf(parts: readonly Part[]): DeliveryReport | null {
  const status = parts.find(({ type }) => STATUS_TYPES.includes(type));
  if (!status) return null;
  const originals = parts.filter(({ type }) => ORIGINAL_TYPES.includes(type)).slice(0, MOST_ORIGINALS);
  return {
    recipients: groupsIn(textOf(status)),
    originalMessageId: originals.flatMap((part) => messageIdOf(textOf(part)) ?? [])[0] ?? null,
  };
}

const MOST_ORIGINALS = 10;

/**
 * The recipients of all groups of fields in a text that say what became of a message for one. Some systems leave out the
 * group about the message, the empty line after it, or whom a group is about.
 */
export const groupsIn = (text: string): ReportedRecipient[] =>
  fieldGroups(text).filter(saysSomething).slice(0, MOST_RECIPIENTS).map(recipientOf);

const textOf = ({ content }: Part): string =>
  decodeText(content.subarray(0, REPORT_LIMIT), undefined).replace(/\r\n?/g, '\n');

/** RFC 3464 §2.1: groups of fields like headers, with an empty line between them. */
const fieldGroups = (text: string): HeaderLine[][] =>
  text
    .split(/\n[ \t]*\n+/)
    .map(fieldsOf)
    .filter((fields) => fields.length > 0);

const fieldsOf = (text: string): HeaderLine[] =>
  text
    .split(/\n(?![ \t])/)
    .filter((line) => /^[!-9;-~]+[ \t]*:/.test(line))
    .map((line) => ({ key: line.slice(0, line.indexOf(':')).trim().toLowerCase(), line }));

const saysSomething = (fields: HeaderLine[]): boolean =>
  fields.some(({ key }) => key === 'final-recipient' || key === 'original-recipient' || key === 'action') ||
  fields.some(({ key, line }) => key === 'status' && /:\s*[245]\.\d/.test(line));

function recipientOf(fields: HeaderLine[]): ReportedRecipient {
  const action = valueOf(fields, 'action')?.toLowerCase() ?? '';
  const diagnostic = valueOf(fields, 'diagnostic-code')?.slice(0, LONGEST_DIAGNOSTIC) ?? null;
  return {
    action: ACTIONS.find(([pattern]) => pattern.test(action))?.[1] ?? null,
    status: statusIn(valueOf(fields, 'status') ?? '') ?? statusIn(diagnostic ?? ''),
    originalRecipient: typedAddress(valueOf(fields, 'original-recipient')),
    finalRecipient: typedAddress(valueOf(fields, 'final-recipient')),
    diagnostic,
  };
}

/** RFC 3463; of a shorter one, or a reply of SMTP, the class with nothing known below it. */
function statusIn(text: string): string | null {
  const enhanced = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text)?.[0];
  if (enhanced !== undefined) return enhanced;
  const short = /^(?:smtp;\s*)?([245])(?:\d\d|\.\d{1,3})?(?![\d.])/i.exec(text.trim())?.[1];
  return short === undefined ? null : `${short}.0.0`;
}

/** `rfc822; someone@example.org`, `utf-8; …` (RFC 6533 §3), or, against the rules, the address alone. */
function typedAddress(value: string | null): string | null {
  if (value === null) return null;
  const [, type = 'rfc822', rest = value] = /^([\w-]+)\s*;(.*)$/s.exec(value) ?? [];
  const address = /<([^<>]*)>/.exec(rest)?.[1] ?? rest;
  const decoded = type.toLowerCase() === 'utf-8' ? withoutEscapes(address) : address;
  return decoded.includes('@') ? decoded.trim().toLowerCase() : null;
}

/** `\x{HEX}`, for what the way of the report could not carry (RFC 6533 §3). */
const withoutEscapes = (text: string): string =>
  text.replace(/\\x\{([0-9a-f]{1,6})\}/gi, (escape, hex: string) => {
    const point = Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : escape;
  });

function messageIdOf(message: string): string | null {
  const [header = ''] = message.replace(/^\n+/, '').split(/\n\n/, 1);
  return messageIds(valuesOf(fieldsOf(header), 'message-id'))[0] ?? null;
}
