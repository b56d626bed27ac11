import nodemailer from 'nodemailer';
import type { CalendarMessage } from '../../../domain/ical/calendar-message.ts';
import { writeCalendar } from '../../../domain/ical/write.ts';
import type { Instant, Partstat, TimeRange } from '../../../domain/meeting/state.ts';
import type { LetterCalendar } from './letter.ts';

/** What a person answers to an invitation. */
export type ClientAnswer =
  { kind: 'reply'; partstat: Exclude<Partstat, 'NEEDS-ACTION'> } | { kind: 'counter'; time: TimeRange };

const SUBJECTS: Record<Exclude<Partstat, 'NEEDS-ACTION'>, string> = {
  ACCEPTED: 'Accepted',
  TENTATIVE: 'Tentatively accepted',
  DECLINED: 'Declined',
};

/** An attendee's answer, as a calendar program mails it to the organizer (RFC 6047 §2.4). */
export interface AnswerMail {
  from: string;
  to: string;
  subject: string;
  calendar: { method: 'REPLY' | 'COUNTER'; text: string };
}

/** Answers an invitation that `person` received; null when it cannot be answered. */
export function answerMail(
  invitation: LetterCalendar,
  person: string,
  answer: ClientAnswer,
  nowMs: Instant,
): AnswerMail | null {
  const { uid, sequence, time, organizer, summary } = invitation.event;
  if (uid === null || time === null || organizer === null) return null;
  const message: CalendarMessage = {
    method: answer.kind === 'reply' ? 'REPLY' : 'COUNTER',
    uid,
    // An attendee answers the SEQUENCE that it saw, and never raises it (RFC 5546 §2.1.4).
    sequence,
    dtstampMs: nowMs,
    time: answer.kind === 'counter' ? answer.time : { startMs: time.startMs, endMs: time.endMs },
    zone: null,
    summary,
    description: '',
    joinUrl: null,
    organizer: { address: organizer, name: null },
    attendee: {
      address: person,
      name: null,
      partstat: answer.kind === 'reply' ? answer.partstat : 'TENTATIVE',
    },
    comment: '',
  };
  const word = answer.kind === 'reply' ? SUBJECTS[answer.partstat] : 'New time proposed';
  return {
    from: person,
    to: organizer,
    subject: `${word}: ${summary}`,
    calendar: { method: answer.kind === 'reply' ? 'REPLY' : 'COUNTER', text: writeCalendar(message) },
  };
}

/** Hands an answer to the listener for incoming mail, like any mail server would. */
export async function sendAnswer(listener: { host: string; port: number }, mail: AnswerMail): Promise<void> {
  const transport = nodemailer.createTransport({
    host: listener.host,
    port: listener.port,
    secure: false,
    ignoreTLS: true,
    connectionTimeout: 10_000,
    socketTimeout: 30_000,
  });
  try {
    await transport.sendMail({
      from: mail.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.subject,
      alternatives: [
        {
          contentType: `text/calendar; charset=utf-8; method=${mail.calendar.method}`,
          content: mail.calendar.text,
        },
      ],
    });
  } finally {
    transport.close();
  }
}
