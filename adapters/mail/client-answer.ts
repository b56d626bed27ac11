import type { CalendarMessage } from '../../domain/ical/calendar-message.ts';
import { readCalendar, type ReadEvent } from '../../domain/ical/read.ts';
import { writeCalendar } from '../../domain/ical/write.ts';
import type { Instant, TimeRange } from '../../domain/time/instant.ts';
import { build } from './compose.ts';
import { parseMime } from './parse-mime.ts';

export interface ClientAnswer {
  /** The whole message that is answered: an invitation or an update. */
  invitation: Buffer;
  answer: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED' | ({ counter: TimeRange } & { note?: string });
  /** With angle brackets. */
  messageId: string;
  dtstampMs: Instant;
  comment?: string;
}

/** There is nothing in the message that can be answered. */
export class NotAnInvitation extends Error {
  constructor() {
    super('the message carries no calendar that can be answered');
    this.name = 'NotAnInvitation';
  }
}

const SUBJECTS = { ACCEPTED: 'Accepted', TENTATIVE: 'Tentative', DECLINED: 'Declined' } as const;

/**
 * The mail that a calendar program sends when its user presses a button: a REPLY or a COUNTER of the invitation's
 * attendee to its organizer (RFC 5546 §3.2.3, §3.2.7).
 *
 * @throws NotAnInvitation
 */
export async function composeClientAnswer(options: ClientAnswer): Promise<Buffer> {
  const { event, inReplyTo } = await invitationOf(options.invitation);
  const message = answerTo(event, options);
  const words = typeof options.answer === 'string' ? SUBJECTS[options.answer] : 'New time proposed';
  return build({
    from: { name: message.attendee.name ?? '', address: message.attendee.address },
    to: message.organizer.address,
    subject: `${words}: ${message.summary}`,
    messageId: options.messageId,
    ...(inReplyTo !== null && { inReplyTo, references: inReplyTo }),
    date: new Date(options.dtstampMs),
    text: message.comment === '' ? `${words}.` : message.comment,
    icalEvent: { method: message.method, content: writeCalendar(message) },
  });
}

async function invitationOf(raw: Buffer): Promise<{ event: ReadEvent; inReplyTo: string | null }> {
  const mail = await parseMime(raw);
  const [calendar] = mail.calendars;
  const read = calendar && readCalendar(calendar.text);
  const [event] = read?.events ?? [];
  if (!event || read?.method !== 'REQUEST') throw new NotAnInvitation();
  return { event, inReplyTo: mail.messageId };
}

function answerTo(event: ReadEvent, { answer, dtstampMs, comment }: ClientAnswer): CalendarMessage {
  const [attendee] = event.attendees;
  if (!attendee?.address || !event.organizer || !event.uid || !event.time) throw new NotAnInvitation();
  const reply = typeof answer === 'string';
  return {
    method: reply ? 'REPLY' : 'COUNTER',
    uid: event.uid,
    // An attendee never raises it (RFC 5546 §2.1.4).
    sequence: event.sequence ?? 0,
    dtstampMs,
    time: reply ? event.time : answer.counter,
    zone: null,
    summary: event.summary,
    description: '',
    joinUrl: null,
    organizer: { address: event.organizer, name: null },
    attendee: {
      address: attendee.address,
      name: attendee.cn,
      partstat: reply ? answer : 'TENTATIVE',
      required: true,
    },
    comment: comment ?? (reply ? '' : (answer.note ?? '')),
  };
}
