import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePort } from '../../workers/embedded/ports.ts';
import { MailServer } from '../demo/operator/mail-server.ts';
import { HASTY_READING, playOperatorStory } from '../demo/operator/story.ts';
import { Receiver } from '../demo/booking/receiver.ts';
import { playBookingStory } from '../demo/booking/story.ts';
import { playCalendarStory } from '../demo/calendars/story.ts';
import { Difference } from '../demo/difference.ts';
import { startCalendarServer } from '../demo/rooms/calendar-server.ts';
import { playRoomStory, SHORT_TIMES } from '../demo/rooms/story.ts';
import { playStoryOfFour } from '../demo/four/story.ts';
import { buildStage, type Stage } from '../demo/stage.ts';
import { playStory } from '../demo/story.ts';
import { CliError } from '../errors.ts';
import { say } from '../output.ts';

/** `parley demo`: a whole story, every mail read and checked; any difference is a failure. */
export const demo = (): Promise<void> => perform({}, (stage) => playStory(stage, tell));

/** `parley demo meeting-of-four`: three who are required and one who is optional. */
export const demoMeetingOfFour = (): Promise<void> =>
  perform({ NOTES_PAUSE_SECONDS: '0' }, (stage) => playStoryOfFour(stage, tell));

/** `parley demo booking`: two guests want the same time of a host; moved, cancelled, and told by webhooks. */
export async function demoBooking(): Promise<void> {
  const receiver = await Receiver.start();
  try {
    await perform({ WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' }, (stage) => playBookingStory(stage, receiver, tell));
  } finally {
    await receiver.stop();
  }
}

/** `parley demo calendars`: when somebody is free, an invitation and its answer, here and by mail. */
export const demoCalendars = (): Promise<void> => perform({}, (stage) => playCalendarStory(stage, tell));

/** `parley demo rooms`: from an event in a calendar to a meeting in a room that closes by itself. */
export async function demoRooms(): Promise<void> {
  const calendar = await startCalendarServer();
  const settings = { ...SHORT_TIMES, FEED_ALLOW_HTTP: 'true', FEED_ALLOWED_HOSTS: '127.0.0.1' };
  try {
    await perform(settings, (stage) => playRoomStory(stage, calendar, tell));
  } finally {
    await calendar.stop();
  }
}

/** `parley demo operator`: a mail that cannot be read, a mail server that is down, and a feed that breaks. */
export async function demoOperator(): Promise<void> {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'parley-demo-mail-'));
  const mail = new MailServer(directory, await resolvePort('127.0.0.1', 0));
  const calendar = await startCalendarServer();
  const settings = {
    ...HASTY_READING,
    ...{ SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_AUTH: 'off' },
    // Nothing is tried again by itself while somebody looks.
    ...{ MAIL_RETRY_FIRST_SECONDS: '300', FEED_ALLOW_HTTP: 'true', FEED_ALLOWED_HOSTS: '127.0.0.1' },
  };
  await mail.start();
  try {
    await perform(settings, (stage) => playOperatorStory(stage, { mail, calendar, tell }));
  } finally {
    await mail.stop();
    await calendar.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

const tell = (sentence: string): void => say(`✓ ${sentence}`);

async function perform(
  settings: Record<string, string>,
  story: (stage: Stage) => Promise<void>,
): Promise<void> {
  const stage = await buildStage(settings);
  try {
    await story(stage);
    say('The story went as it should.');
  } catch (error) {
    if (error instanceof Difference) throw new CliError('difference', `✗ ${error.message}`);
    throw error;
  } finally {
    await stage.stop();
  }
}
