import type { Command } from 'commander';
import { MEETING_STATUSES } from '../domain/meeting/state.ts';
import { FEED_STATUSES } from '../queries/operations/feeds.ts';
import { MAIL_STATUSES, type MailListOptions } from './commands/mail-options.ts';
import type { FeedListOptions } from './commands/feed-list.ts';
import type { CancelOptions, MeetingListOptions } from './commands/meetings.ts';
import { listOptions, oneOptions, type OneOptions } from './operating-options.ts';

/** The commands that say how the installation fares, and mend it. */
export function addOperating(program: Command, feeds: Command): void {
  addDoctor(program);
  addMeetings(program);
  addMail(program);
  listOptions(feeds.command('list'), FEED_STATUSES, 'those fetched')
    .description('how the calendar of each room fares, those that fail first')
    .action(async (options: FeedListOptions) => (await import('./commands/feed-list.ts')).listFeeds(options));
}

function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check every dependency and setting, and say what to do')
    .option('--json', 'one JSON object, for programs')
    .addHelpText(
      'after',
      '\nNo mail is sent and nothing is changed. Every check ends within 10 seconds; the exit code is 1 when something is broken.',
    )
    .action(async (options: { json?: boolean }) => (await import('./commands/doctor.ts')).doctor(options));
}

function addMeetings(program: Command): void {
  const meetings = program
    .command('meetings')
    .description('meetings: how they stand, and what to do about them');
  listOptions(meetings.command('list'), MEETING_STATUSES, 'those that end')
    .description('list meetings, the latest first')
    .option('--attendee <address>', 'only those that whoever has exactly this address takes part in')
    .option('--room <name>', 'only those in this room')
    .option('--metadata <key=value>', 'only those whose metadata has this')
    .action(async (options: MeetingListOptions) =>
      (await import('./commands/meetings.ts')).listMeetings(options),
    );
  const one = (name: string) =>
    oneOptions(meetings.command(name)).argument('<id>', 'the id of the meeting, or its UID');
  one('show')
    .description('show a meeting: who takes part, what happened, and every message in and out')
    .action(async (id: string, options: OneOptions) =>
      (await import('./commands/meetings.ts')).showMeeting(id, options),
    );
  one('retry')
    .description('wake a meeting that stands still')
    .action(async (id: string, options: OneOptions) =>
      (await import('./commands/meetings.ts')).retryMeeting(id, options),
    );
  one('cancel')
    .description('cancel a meeting; everybody who was invited is told')
    .option('--reason <words>', 'what they are told', '')
    .action(async (id: string, options: CancelOptions) =>
      (await import('./commands/meetings.ts')).cancel(id, options),
    );
}

function addMail(program: Command): void {
  const mail = program.command('mail').description('mail that waits, failed or could not be read, and why');
  listOptions(mail.command('list'), MAIL_STATUSES, 'those from')
    .description('list what is unsent, failed, held or put aside, with the reason')
    .option('--direction <in|out>', 'only what came in, or what goes out')
    .action(async (options: MailListOptions) => (await import('./commands/mail.ts')).listMail(options));
  const one = (name: string) =>
    oneOptions(mail.command(name)).argument('<id>', 'as shown by "mail list"; of a mailbox as NAME/UID');
  one('show')
    .description('show what is known of a message, but not what it says')
    .action(async (id: string, options: OneOptions) =>
      (await import('./commands/mail.ts')).showMail(id, options),
    );
  one('retry')
    .description('send a message once more, or read one once more that could not be read')
    .action(async (id: string, options: OneOptions) =>
      (await import('./commands/mail.ts')).retryOne(id, options),
    );
}
