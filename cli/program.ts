import { Command, InvalidArgumentError } from 'commander';
import { commaList } from './comma-list.ts';
import { version } from '../config/version.ts';
import { QUEUES, type Queue } from '../workflows/queues.ts';
import { openZone, type Clock } from '../domain/time/zone.ts';
import { addDemos } from './demos.ts';
import { addOperating } from './operating.ts';
import { JSON_OPTION, type OneOptions } from './operating-options.ts';
import { addKeys } from './keys-program.ts';
import { addPasswords } from './passwords-program.ts';
import type { ExpandOptions } from './commands/ics.ts';
import type { AddressesOptions, NewMemberOptions } from './commands/members.ts';
import type { NewTenantOptions } from './commands/tenants.ts';
import type { TenantChanges } from './commands/tenant-settings.ts';
import { addWebhooks } from './webhooks-program.ts';

/**
 * The commands and their help. What a command does is imported when it runs, so that help is quick
 * and a command needs only its own parts.
 */
export function buildProgram(): Command {
  const program = new Command('parley')
    .description('A durable scheduling engine. Settings come from the environment; see the README.')
    .version(version)
    .showHelpAfterError('(add --help for the ways to call it)')
    .addHelpText(
      'after',
      '\nExit codes: 0 fine, 1 failed with one sentence that says why, 2 called in a wrong way.',
    )
    .hook('preAction', async () => {
      const { unknownVariables } = await import('../config/unknown.ts');
      for (const sentence of unknownVariables()) process.stderr.write(`${sentence}\n`);
    })
    .exitOverride();

  program
    .command('serve')
    .description('run everything, with whatever is not configured embedded (npm start)')
    .action(async () => (await import('./commands/serve.ts')).serve());
  program
    .command('api')
    .description('run the API, the pages and the mail listener')
    .action(async () => (await import('./commands/api.ts')).api());
  program
    .command('worker')
    .description('run the workflows and activities')
    .option(
      '--queues <names>',
      `task queues, separated by commas: ${QUEUES.join(', ')}; all when absent`,
      queues,
    )
    .action(async (options: { queues?: Queue[] }) => (await import('./commands/worker.ts')).worker(options));
  program
    .command('migrate')
    .description('bring the database and the Temporal namespace to this version')
    .action(async () => (await import('./commands/migrate.ts')).migrate());
  addKeys(program);
  addTenants(program);
  addMembers(program);
  addPasswords(program);
  addMailboxes(program);
  program
    .command('webhook-secret')
    .description('print the secret that signs mail handed in over HTTP')
    .option('--tenant <id>', 'the tenant; the first one when absent')
    .action(async (options: { tenant?: string }) =>
      (await import('./commands/webhook-secret.ts')).webhookSecret(options),
    );
  addDkim(program);
  addSchema(program);
  addIcs(program);
  addOperating(program, addFeeds(program));
  addDemos(program);
  addWebhooks(program);
  return program;
}

function addTenants(program: Command): void {
  const tenants = program
    .command('tenants')
    .description('tenants: each with its own organizer mailbox and wording');
  tenants
    .command('create')
    .description('make a tenant and print its id')
    .requiredOption('--name <name>', 'the name shown as the organizer')
    .requiredOption('--email <address>', 'the organizer mailbox')
    .option('--product <name>', 'what the meetings are called in mails')
    .option('--unguessable-organizer', 'each invitation names an ORGANIZER address of its own')
    .option('--language <tag>', 'what people read who told no language, as de or pt-BR')
    .action(async (options: NewTenantOptions) =>
      (await import('./commands/tenants.ts')).createTenant(options),
    );
  tenants
    .command('list')
    .description('list the tenants')
    .option(...JSON_OPTION)
    .action(async (options: OneOptions) => (await import('./commands/tenants.ts')).listTenants(options));
  addTenantSettings(tenants);
}

function addMembers(program: Command): void {
  const members = program.command('members').description('members: people of a tenant, who can sign in');
  const tenant = ['--tenant <tenant>', 'its id or short name; the first one when absent'] as const;
  members
    .command('add')
    .description('make a member and print its id')
    .requiredOption(
      '--email <addresses>',
      'their addresses, the primary one first, separated by commas',
      commaList,
    )
    .option('--name <name>', 'what they are called')
    .option('--timezone <zone>', 'where they are, as Europe/Vienna; UTC when absent')
    .option('--language <tag>', 'what they read, as de or pt-BR; the tenant’s when absent')
    .option(...tenant)
    .action(async (options: NewMemberOptions) => (await import('./commands/members.ts')).addMember(options));
  members
    .command('list')
    .description('list the members')
    .option(...tenant)
    .option(...JSON_OPTION)
    .action(async (options: OneOptions) => (await import('./commands/members.ts')).listMembers(options));
  members
    .command('addresses')
    .description('show the addresses of a member, after the changes asked for')
    .argument('<member>', 'an address of theirs, or their id')
    .option('--add <addresses>', 'give them these, separated by commas', commaList)
    .option('--remove <addresses>', 'take these away', commaList)
    .option('--primary <address>', 'where mail to them goes')
    .option(...tenant)
    .action(async (member: string, options: AddressesOptions) =>
      (await import('./commands/members.ts')).memberAddresses(member, options),
    );
  members
    .command('role')
    .description('give a member the role of an operator, who sees how their tenant fares at /operator')
    .argument('<member>', 'an address of theirs, or their id')
    .option('--operator', 'they have it', true)
    .option('--no-operator', 'they have it no more')
    .option(...tenant)
    .action(async (member: string, options: { operator: boolean; tenant?: string }) =>
      (await import('./commands/members.ts')).memberRole(member, options),
    );
}

function addTenantSettings(tenants: Command): void {
  tenants
    .command('show')
    .description('show all settings of a tenant')
    .argument('[tenant]', 'its id or short name; the first one when absent')
    .action(async (tenant?: string) => (await import('./commands/tenant-settings.ts')).showTenant(tenant));
  tenants
    .command('update')
    .description('change settings of a tenant, and show them all')
    .argument('[tenant]', 'its id or short name; the first one when absent')
    .option('--name <name>', 'the name shown as the organizer')
    .option('--email <address>', 'the organizer mailbox')
    .option('--product <name>', 'what the meetings are called in mails')
    .option('--policy <policy>', 'when one side declines: "strict" ends the meeting, "soft" keeps it')
    .option('--proposal-expiry-hours <hours>', 'how long a proposed time may be decided about')
    .option('--reminder-mail-minutes <minutes>', 'reminder mails before the start, as 1440,60; or none')
    .option('--reminder-alarm-minutes <minutes>', 'alarms in calendar programs, as 15; or none')
    .option('--one-click-links <yes|no>', 'links in mails act without a page that asks once more')
    .option('--unguessable-organizer <yes|no>', 'each invitation names an ORGANIZER address of its own')
    .option('--language <tag>', 'what people read who told no language; "none" for DEFAULT_LANGUAGE')
    .addHelpText(
      'after',
      '\nMeetings under way: their next mails carry the new name, product, mailbox and language; what was sent stays as it is,' +
        '\nso keep reading an earlier mailbox until they are over. The policy and the reminders are kept by each meeting as they were when it was made.',
    )
    .action(async (tenant: string | undefined, options: TenantChanges) =>
      (await import('./commands/tenant-settings.ts')).updateTenant(tenant, options),
    );
}

function addDkim(program: Command): void {
  const dkim = program
    .command('dkim')
    .description('print the DNS records that outgoing mail needs')
    .option('--domain <name>', 'the domain that mail is from; those of the tenants when absent')
    .action(async (options: { domain?: string }) =>
      (await import('./commands/dkim.ts')).printRecords(options),
    );
  dkim
    .command('create')
    .description('make a key that outgoing mail is signed with')
    .option('--file <path>', 'where to; DKIM_KEY_FILE, or dkim-key.pem in the data directory, when absent')
    .action(async (options: { file?: string }) =>
      (await import('./commands/dkim.ts')).createDkimKey(options),
    );
  dkim
    .command('check')
    .description('look the records up, say how each stands, and fail when one is not right')
    .action(async (_options: object, command: Command) =>
      (await import('./commands/dkim.ts')).checkRecords(command.optsWithGlobals()),
    );
}

function addMailboxes(program: Command): void {
  const mailboxes = program.command('mailboxes').description('the mailboxes that mail is read from');
  mailboxes
    .command('list')
    .description('how each is watched, and the messages that could not be taken in')
    .action(async () => (await import('./commands/mailboxes.ts')).listMailboxes());
  mailboxes
    .command('retry')
    .description('try a message that was put aside once more')
    .argument('<name>', 'the mailbox')
    .argument('<uid>', 'as shown by "mailboxes list"')
    .action(async (name: string, uid: string) =>
      (await import('./commands/mailboxes.ts')).retryMessage(name, uid),
    );
  mailboxes
    .command('stop')
    .description('end the watch of a mailbox that is not configured any more')
    .argument('<name>', 'the mailbox')
    .action(async (name: string) => (await import('./commands/mailboxes.ts')).stopMailbox(name));
}

function addSchema(program: Command): void {
  const schema = program.command('schema').description('the database schema that the migrations lead to');
  schema
    .command('dump')
    .description('write it to migrations/schema.sql, and its rows as types to migrations/rows/tables.ts')
    .action(async () => (await import('./commands/schema.ts')).dumpSchema());
  schema
    .command('check')
    .description('fail when one of both is not up to date')
    .action(async () => (await import('./commands/schema.ts')).checkSchema());
}

function addIcs(program: Command): void {
  const ics = program.command('ics').description('calendar files');
  ics
    .command('expand')
    .description('print the instances of a calendar file in a window, one JSON object a line')
    .argument('<file>', 'an iCalendar file, or - for standard input')
    .requiredOption('--from <instant>', 'as 2026-03-01T00:00:00Z or with an offset', instant)
    .requiredOption('--to <instant>', 'the end of the window, exclusive', instant)
    .option('--tz <zone>', 'where floating times are, unless the file says it; UTC when absent', clock)
    .addHelpText('after', '\nWhat could not be read is on standard error, and the exit code is 1 then.')
    .action(async (file: string, options: ExpandOptions) =>
      (await import('./commands/ics.ts')).expandFile(file, options),
    );
}

function addFeeds(program: Command): Command {
  const feeds = program.command('feeds').description('the calendar feeds that rooms follow');
  feeds
    .command('rotate-keys')
    .description('seal the addresses of all feeds with the current PARLEY_SECRET_KEY')
    .addHelpText(
      'after',
      '\nFirst every process gets the new key, and the old one in PREVIOUS_SECRET_KEYS; then this; then the old one may go.' +
        '\nIt may be run again. The exit code is 1 when an address cannot be opened.',
    )
    .action(async () => (await import('./commands/feeds.ts')).rotateKeys());
  return feeds;
}

/** Milliseconds since 1970. Without an offset it would be one of this machine. */
function instant(text: string): number {
  const ms = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/i.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(ms)) throw new InvalidArgumentError('It must be as 2026-03-01T00:00:00Z.');
  return ms;
}

function clock(name: string): Clock {
  const zone = openZone(name);
  if (!zone) throw new InvalidArgumentError(`There is no IANA time zone "${name}"; one is Europe/Berlin.`);
  return zone;
}

function queues(text: string): Queue[] {
  const names = commaList(text);
  const wrong = names.filter((name) => !QUEUES.some((queue) => queue === name));
  if (wrong.length > 0) {
    const quoted = wrong.map((name) => `"${name}"`).join(', ');
    throw new InvalidArgumentError(`There is no task queue ${quoted}; there are ${QUEUES.join(', ')}.`);
  }
  return QUEUES.filter((queue) => names.includes(queue));
}
