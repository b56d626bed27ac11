import { isAnswer } from '../../activities/understanding/answer.ts';
import { NO_NOTICE, type MailReading, type ReadMail } from '../../activities/understanding/mail.ts';
import { readItip, type ReceivedCalendar } from '../../domain/itip/inbound.ts';
import { parseMime, type InboundMail } from '../mail/parse-mime.ts';
import { bufferOf } from './octets.ts';

/** A message and what its calendars say. Their texts, and what is made only when it is asked for, stay behind. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const read = await parseMime(bufferOf(raw));
  // A reading makes its time when it is asked for.
  const readings = readItip(read.calendars, read.from).map((reading) => ({ ...reading }));
  const notice = isAnswer({ mail: read, readings }) ? NO_NOTICE : read.notice;
  return { mail: { ...decidedBy(read), notice }, readings };
}

/** What the writer of a message wrote. It is read once more for that, since a calendar program's answer never needs it. */
export async function readWrittenText(raw: Uint8Array): Promise<string> {
  return (await parseMime(bufferOf(raw))).text;
}

/** The calendars of a message, as text. */
export async function readCalendars(raw: Uint8Array): Promise<ReceivedCalendar[]> {
  const { calendars } = await parseMime(bufferOf(raw));
  return calendars.map(({ text, method }) => ({ text, method }));
}

const decidedBy = (read: InboundMail): Omit<MailReading, 'notice'> => ({
  from: read.from,
  deliveredTo: read.deliveredTo,
  to: read.to,
  inReplyTo: read.inReplyTo,
  references: read.references,
  autoSubmitted: read.autoSubmitted,
  language: read.language,
  subject: read.subject,
  hasCalendar: read.calendars.length > 0,
  report: read.report,
  fromMailSystem: read.fromMailSystem,
  tnef: read.tnef,
  problem: read.problem,
});
