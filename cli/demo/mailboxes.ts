import { setTimeout as wait } from 'node:timers/promises';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { Difference, same } from './difference.ts';

/** A message as its receiver's programs see it. */
export interface Letter {
  raw: string;
  subject: string;
  text: string;
  /** Null for a mail that is for people only. */
  calendar: { method: string; uid: string; sequence: number; status: string; startMs: number } | null;
}

/** Whose mail is read; all addresses in lower case. */
export interface Receiver {
  address: string;
  others: readonly string[];
  organizer: string;
}

const PATIENCE_MS = 30_000;

/**
 * Waits until somebody has exactly so many messages, and checks what must be true of each:
 * one ATTENDEE, the receiver; the central mailbox as ORGANIZER; and nobody else's address anywhere.
 *
 * @throws Difference
 */
export async function lettersOf(url: string, who: Receiver, count: number): Promise<Letter[]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const response = await fetch(`${url}/dev/mailbox.json?to=${encodeURIComponent(who.address)}`);
    const list = (await response.json()) as { raw: string }[];
    if (list.length > count || (list.length < count && Date.now() > deadline)) {
      throw new Difference(`messages to ${who.address}`, count, list.length);
    }
    if (list.length === count) return Promise.all(list.map(({ raw }) => read(raw, who)));
    await wait(100);
  }
}

async function read(raw: string, who: Receiver): Promise<Letter> {
  const mail = await simpleParser(raw);
  const part = mail.attachments.find((one) => one.contentType === 'text/calendar');
  const ics = part?.content.toString('utf8') ?? '';
  const words = [raw, mail.subject, mail.text, mail.html, ics.replace(/\r\n[ \t]/g, '')]
    .join('\n')
    .toLowerCase();
  const foreign = who.others.filter((other) => words.includes(other));
  same('the addresses of others in the message', foreign, []);
  return {
    raw,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    calendar: part ? readCalendar(ics, who) : null,
  };
}

function readCalendar(ics: string, who: { address: string; organizer: string }): Letter['calendar'] {
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  const [event, ...more] = calendar.getAllSubcomponents('vevent');
  if (!event || more.length > 0) throw new Difference('events in the calendar part', 1, more.length + 1);
  const text = (name: string): string => String(event.getFirstPropertyValue(name));
  const addresses = event
    .getAllProperties('attendee')
    .map((one) => String(one.getFirstValue()).toLowerCase());
  same('the attendees', addresses, [`mailto:${who.address}`]);
  same('the organizer', text('organizer').toLowerCase(), `mailto:${who.organizer}`);
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: text('uid'),
    sequence: Number(text('sequence')),
    status: text('status'),
    startMs: (event.getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate().getTime(),
  };
}

/** The link of a page in a message. @throws Difference */
export function linkIn(letter: Letter, page: string): string {
  const found = new RegExp(`https?://\\S+/${page}\\?[rt]=[\\w-]{43}`).exec(letter.text)?.[0];
  if (found === undefined) throw new Difference('a link in the message', `/${page}`, letter.subject);
  return found;
}
