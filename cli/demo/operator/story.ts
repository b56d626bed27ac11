import { randomUUID } from 'node:crypto';
import nodemailer from 'nodemailer';
import { composeClientAnswer } from '../../../adapters/mail/client-answer.ts';
import { Difference, same } from '../difference.ts';
import { call } from '../people.ts';
import { feedOf, type CalendarServer } from '../rooms/calendar-server.ts';
import { Visitor } from '../rooms/visitors.ts';
import type { Stage } from '../stage.ts';
import { OperatorBrowser } from './browser.ts';
import type { MailServer } from './mail-server.ts';

const HOST = 'hanna@host.example';
const GUEST = 'gus@guest.example';
const ROOM = 'library';
const DAY_MS = 86_400_000;
/** Reading this takes longer than a reader that has next to no time. */
const LONG_PART = '<table><tr><td><b><i>x</i></b></td></tr></table>'.repeat(200_000);

/** What the story is played with. */
export interface Props {
  mail: MailServer;
  calendar: CalendarServer;
  tell: (sentence: string) => void;
}

/** So little time that a long message cannot be read. */
export const HASTY_READING = { READING_SECONDS: '0.01' };
const PATIENT_READING_MS = 60_000;

/**
 * Three things break, and each is seen, explained and mended at /operator. Each step says what happened once it was checked.
 *
 * @throws Difference at the first thing that is not as it should be
 */
export async function playOperatorStory(stage: Stage, props: Props): Promise<void> {
  const operator = await OperatorBrowser.signedIn(stage, stage.apiKey);
  await operator.until('/operator', 'Everything that is looked at is well');
  props.tell('An operator signed in with a key, and everything is well.');
  await poisonMail(stage, operator, props);
  await mailServerDown(stage, operator, props);
  await brokenFeed(stage, operator, props);
}

async function poisonMail(stage: Stage, operator: OperatorBrowser, { mail, tell }: Props): Promise<void> {
  const meetingId = await book(stage, 1);
  const [invitation] = await mail.lettersTo(GUEST, 1);
  await answerAtLength(stage, invitation?.raw ?? '');
  const words = await operator.until('/operator/mail', 'Cannot be read', 'reading-took-too-long');
  same('an explanation', words.includes('Reading it failed again and again; it was put aside, whole.'), true);
  const page = `/operator/meetings/${meetingId}`;
  await operator.until(page, 'guest NEEDS-ACTION');
  tell('An answer that takes too long to read was put aside, and /operator says so and why.');
  await stage.restart({ reading: { ...stage.config.reading, budgetMs: PATIENT_READING_MS } });
  const after = await operator.press('/operator/mail', 'Read again');
  same('what the retry did', after.includes('The message was read, and taken in. reply'), true);
  same('what is left', after.includes('Everything that came in was read.'), true);
  await operator.until(page, 'guest ACCEPTED');
  tell('Given more time, it was read again by a button, and the guest has accepted.');
}

async function mailServerDown(stage: Stage, operator: OperatorBrowser, { mail, tell }: Props): Promise<void> {
  await mail.stop();
  await book(stage, 2);
  await operator.until('/operator/mail', 'invitation to host', 'invitation to guest', 'Deferred');
  const words = await operator.until('/operator/mail', 'The mail server said: ESOCKET');
  same('an explanation', words.includes('it is tried again by itself'), true);
  same(
    'an address',
    [HOST, GUEST].some((address) => words.includes(address)),
    false,
  );
  await operator.until('/operator', 'Outgoing mail server Broken', 'See that it runs, and check SMTP_URL');
  tell('The mail server is down: /operator shows the two invitations that wait, and what to do.');
  await mail.start();
  const after = await operator.press('/operator/mail', 'Try now');
  same(
    'what the retry did',
    after.includes('The message waited for its next attempt, which is made now.'),
    true,
  );
  await operator.until('/operator/mail', 'Everything was sent.');
  for (const address of [HOST, GUEST]) {
    const ids = (await mail.lettersTo(address, 2)).map(({ raw }) => /^Message-ID: *(\S+)/im.exec(raw)?.[1]);
    same(`different messages to ${address}`, new Set(ids).size, 2);
  }
  await operator.until('/operator', 'Everything that is looked at is well');
  tell('The mail server is back; one button, and both invitations have arrived, each once.');
}

async function brokenFeed(stage: Stage, operator: OperatorBrowser, { calendar, tell }: Props): Promise<void> {
  const backend = new Visitor(stage, { authorization: `Bearer ${stage.apiKey}` });
  const { json: room } = await backend.post('/v1/rooms', { name: ROOM, ownerEmail: HOST }, 201);
  const startMs = Math.ceil(Date.now() / DAY_MS + 2) * DAY_MS;
  const event = { title: 'Planning', description: '', location: String(room.url), attendees: [] };
  calendar.publish(
    feedOf({ uid: 'planning@calendar.example', ...event, startMs, endMs: startMs + 3_600_000 }),
  );
  await backend.send('PATCH', `/v1/rooms/${ROOM}`, 200, { icsUrl: calendar.url, icsFetchInterval: 60 });
  await operator.until('/operator/feeds', `${ROOM} Fine`, '1 event, all readable');
  calendar.breakDown(true);
  const failed = await operator.press('/operator/feeds', 'Sync now');
  same('what the sync did', failed.includes('The calendar was fetched once more, and still fails.'), true);
  await operator.until('/operator/feeds', `${ROOM} Failing`);
  await operator.until('/operator', 'Calendars that fail 1');
  tell('The calendar of a room breaks: /operator shows it as failing, and why.');
  calendar.breakDown(false);
  const mended = await operator.press('/operator/feeds', 'Sync now');
  same('what the sync did', mended.includes('The calendar was fetched, and is fine.'), true);
  await operator.until('/operator', 'Calendars that fail none');
  tell('The calendar is back; one button, and it is fine again.');
}

/** @param inDays when it is. @returns the id of the meeting */
async function book(stage: Stage, inDays: number): Promise<string> {
  const startMs = Math.ceil(Date.now() / DAY_MS + inDays) * DAY_MS;
  const time = {
    startUtc: new Date(startMs).toISOString(),
    endUtc: new Date(startMs + 1_800_000).toISOString(),
  };
  const host = { email: HOST, name: 'Hanna', timezone: 'Europe/Vienna' };
  const made = await call(
    stage,
    '/api/practice-room/create',
    { title: 'First practice', ...time, host },
    201,
  );
  const roomId = String(made.roomId);
  const guest = { email: GUEST, name: 'Gus', timezone: 'Europe/Paris' };
  await call(stage, '/api/practice-room/book', { roomId, guest }, 200);
  return roomId;
}

/** The guest's calendar program accepts, with far more in its mail than anybody needs. */
async function answerAtLength(stage: Stage, invitation: string): Promise<void> {
  const answer = await composeClientAnswer({
    invitation: Buffer.from(invitation),
    answer: 'ACCEPTED',
    messageId: `<${randomUUID()}@calendar.example>`,
    dtstampMs: Date.now(),
  });
  const text = answer.toString();
  const boundary = /boundary="?([^"\r\n;]+)"?/.exec(text)?.[1];
  if (boundary === undefined) throw new Difference('the answer', 'of parts', text);
  const part = `--${boundary}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${LONG_PART.replace(/(.{900})/g, '$1\r\n')}\r\n`;
  const raw = text.replace(`--${boundary}`, `${part}--${boundary}`);
  const { host, port } = stage.config.smtpIn;
  const transport = nodemailer.createTransport({ host, port, secure: false });
  await transport.sendMail({ envelope: { from: GUEST, to: stage.config.firstTenant.organizerEmail }, raw });
  transport.close();
}
