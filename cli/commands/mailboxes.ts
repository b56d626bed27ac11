import {
  listMailboxes as readMailboxes,
  retryProblem,
  type ListedMailbox,
  type ListedProblem,
} from '../../adapters/postgres/mailbox-list.ts';
import { stopMailboxWorkflow } from '../../adapters/temporal/mailboxes.ts';
import { configBeside } from '../beside.ts';
import { CliError } from '../errors.ts';
import { say } from '../output.ts';
import { reachTemporal } from '../reach.ts';
import { withDatabase } from './with-tenants.ts';

/** A mailbox that is watched is heard of more often than this. */
const SILENT_AFTER_MS = 5 * 60_000;

/** `parley mailboxes list` */
export const listMailboxes = (): Promise<void> =>
  withDatabase(async (database, config) => {
    const known = await readMailboxes(database);
    const unseen = config.mailboxes.filter(({ name }) => !known.some((one) => one.name === name));
    if (known.length + unseen.length === 0) say('No mailbox is configured: set IMAP_URL or MAILBOXES_FILE.');
    for (const { name } of unseen) say([name, 'not watched yet'].join('  '));
    for (const mailbox of known) {
      say(describe(mailbox, Date.now()));
      for (const problem of mailbox.problems) say(`  ${describeProblem(problem)}`);
    }
  });

/** `parley mailboxes retry` */
export const retryMessage = (name: string, uidText: string): Promise<void> =>
  withDatabase(async (database) => {
    const uid = Number(uidText);
    if (!Number.isInteger(uid) || uid < 1) throw new CliError('not_a_uid', `"${uidText}" is no UID.`);
    if (await retryProblem(database, name, uid, new Date()))
      return say('It will be tried again within a minute.');
    throw new CliError('no_problem', `No message ${uid} of a mailbox "${name}" has failed.`);
  });

/** `parley mailboxes stop`: for one that was removed from the configuration. */
export async function stopMailbox(name: string): Promise<void> {
  const client = await reachTemporal(configBeside());
  try {
    if (!(await stopMailboxWorkflow(client, name)))
      throw new CliError('not_watched', `The mailbox "${name}" is not watched.`);
    say('Stopped, until a worker that has it configured starts.');
  } finally {
    await client.connection.close();
  }
}

function describe(mailbox: ListedMailbox, nowMs: number): string {
  const { name, lastUid, lastError, lastErrorAt } = mailbox;
  const error = lastError && `last error ${lastError} at ${lastErrorAt?.toISOString()}`;
  return [name, stateOf(mailbox, nowMs), `last uid ${lastUid}`, error ?? 'no error'].join('  ');
}

function stateOf({ lastSeenAt, lastErrorAt }: ListedMailbox, nowMs: number): string {
  const seenMs = lastSeenAt?.getTime() ?? 0;
  if ((lastErrorAt?.getTime() ?? 0) > seenMs) return 'failing';
  if (seenMs === 0) return 'not watched yet';
  return nowMs - seenMs > SILENT_AFTER_MS ? `silent since ${lastSeenAt?.toISOString()}` : 'watched';
}

function describeProblem(problem: ListedProblem): string {
  const { uid, reason, detail, attempts, nextAttemptAt, firstFailedAt } = problem;
  const next = nextAttemptAt ? `tried again at ${nextAttemptAt.toISOString()}` : 'put aside';
  const why = detail ? `${reason} (${detail})` : reason;
  const what = `uid ${uid}  ${why}  ${attempts} attempt(s) since ${firstFailedAt.toISOString()}`;
  return `${what}  ${next}`;
}
