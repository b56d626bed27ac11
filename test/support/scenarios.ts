import { readdirSync, readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import { encodeMessage } from './scenario-encoding.ts';

const FOLDER = new URL('../scenarios/mail/', import.meta.url);

/** What the placeholders of a scenario file stand for; see test/scenarios/mail/README.md. */
export interface ScenarioValues {
  uid: string;
  attendee: string;
  organizer: string;
  sequence: number;
  dtstampMs: number;
  startMs: number;
  endMs: number;
  /** The time that a COUNTER asks for. */
  newStartMs: number;
  newEndMs: number;
  /** With angle brackets. */
  messageId: string;
  inReplyTo: string;
  /** The attendee's address unless given. */
  from?: string;
}

/** All scenario files, as `client/what`. */
export const scenarioNames = (): string[] =>
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.eml'))
    .map((path) => path.slice(0, -4))
    .sort();

/** The message of a scenario file as it would come over the wire. */
export const scenario = (name: string, values: ScenarioValues): Buffer =>
  encodeMessage(filled(sourceOf(name), values));

const sources = new Map<string, string>();

function sourceOf(name: string): string {
  const source = sources.get(name) ?? readFileSync(new URL(`${name}.eml`, FOLDER), 'utf8');
  sources.set(name, source);
  return source;
}

/** @throws Error when a placeholder has no meaning */
function filled(source: string, values: ScenarioValues): string {
  const texts: Record<string, string> = {
    UID: values.uid,
    ATTENDEE: values.attendee,
    FROM: values.from ?? values.attendee,
    ORGANIZER: values.organizer,
    SEQUENCE: String(values.sequence),
    MESSAGE_ID: values.messageId,
    IN_REPLY_TO: values.inReplyTo,
    DATE: DateTime.fromMillis(values.dtstampMs, { zone: 'utc' }).toRFC2822() ?? '',
  };
  const instants: Record<string, number> = {
    DTSTAMP: values.dtstampMs,
    START: values.startMs,
    END: values.endMs,
    NEW_START: values.newStartMs,
    NEW_END: values.newEndMs,
  };
  return source.replace(
    /\{\{(\w+)(?: ([\w/+-]+))?(?:\|(\w+))?\}\}/g,
    (found, name: string, zone?: string, as?: string) => {
      const text = texts[name] ?? icalTime(instants[name], zone);
      if (text === undefined) throw new Error(`${found} means nothing`);
      return as === undefined ? text : changed(text, as);
    },
  );
}

function icalTime(ms: number | undefined, zone: string | undefined): string | undefined {
  if (ms === undefined) return undefined;
  const local = "yyyyMMdd'T'HHmmss";
  return DateTime.fromMillis(ms, { zone: zone ?? 'utc' }).toFormat(zone ? local : `${local}'Z'`);
}

function changed(address: string, as: string): string {
  switch (as) {
    case 'upper':
      return address.toUpperCase();
    case 'title':
      return address.replace(/(^|[@.-])[a-z]/g, (letter) => letter.toUpperCase());
    case 'plus':
      return address.replace('@', '+meetings@');
    default:
      throw new Error(`an address cannot be changed to ${as}`);
  }
}
