import { listMailboxes, retryProblem } from '../../adapters/postgres/mailbox-list.ts';
import { isDone, retryMail, type Retried } from '../../commands/operations/retry-mail.ts';
import {
  INCOMING_STATUSES,
  incomingMailFor,
  mailFor,
  OUTGOING_STATUSES,
  outgoingMailFor,
  UNSENT,
  UNSETTLED,
  type IncomingView,
  type OutgoingView,
} from '../../queries/operations/mail.ts';
import type { Parley } from '../../workers/assemble.ts';
import { CliError, EXIT } from '../errors.ts';
import type { OneOptions } from '../operating-options.ts';
import { say } from '../output.ts';
import { moment, sayFacts, sayJson, sayTable, type Columns } from '../table.ts';
import { MAILBOX_STATUSES, type MailListOptions, type MailStatus } from './mail-options.ts';
import { operatedTenant, OPERATOR, orNone, withParley } from './with-parley.ts';

export const OUTGOING_COLUMNS: Columns<OutgoingView> = {
  id: ({ id }) => id,
  status: ({ status }) => status,
  to: ({ to }) => to,
  kind: ({ kind }) => kind,
  sequence: ({ sequence }) => sequence,
  tries: ({ attempts }) => attempts,
  since: ({ preparedAt }) => moment(preparedAt),
  reason: ({ reason }) => reason,
};

export const INCOMING_COLUMNS: Columns<IncomingView> = {
  id: ({ id }) => id,
  status: ({ status }) => status,
  from: ({ from }) => from,
  door: ({ door }) => door,
  'taken as': ({ decision }) => decision,
  since: ({ receivedAt }) => moment(receivedAt),
  reason: ({ reason }) => reason,
};

/** A message in a mailbox that is read, which could not be taken in. */
interface InMailbox {
  id: string;
  status: (typeof MAILBOX_STATUSES)[number];
  reason: string;
  attempts: number;
  since: Date;
}

/** Both directions in one table. */
type Line = { direction: 'in' | 'out'; status: string; reason: string | null; about: string | null } & {
  id: string;
  meetingId: string | null;
  attempts: number;
  since: Date;
};

const COLUMNS: Columns<Line> = {
  id: ({ id }) => id,
  way: ({ direction }) => direction,
  status: ({ status }) => status,
  about: ({ about }) => about,
  meeting: ({ meetingId }) => meetingId,
  tries: ({ attempts }) => attempts,
  since: ({ since }) => moment(since),
  reason: ({ reason }) => reason,
};

/** `parley mail list` */
export const listMail = (options: MailListOptions): Promise<void> =>
  withParley(async (parley) => {
    const { direction, json, limit } = options;
    if (direction !== undefined && direction !== 'in' && direction !== 'out')
      throw new CliError('unusable_direction', '--direction must be "in" or "out".');
    const [out, came, mailboxes] = await Promise.all([
      direction === 'in' ? [] : outgoing(parley, options),
      direction === 'out' ? [] : incoming(parley, options),
      direction === 'out' ? [] : inMailboxes(parley, options),
    ]);
    const lines = [...out, ...came, ...mailboxes]
      .sort((a, b) => b.since.getTime() - a.since.getTime())
      .slice(0, limit);
    const empty = options.status
      ? 'There is no such message.'
      : 'Nothing is unsent, failed, held or put aside.';
    sayTable(lines, { columns: COLUMNS, json, empty });
  });

const chosen = <S extends MailStatus>(
  asked: readonly MailStatus[] | undefined,
  known: readonly S[],
  usual: readonly S[],
): readonly S[] => (asked ? known.filter((status) => asked.includes(status)) : usual);

async function outgoing(parley: Parley, { status, since, tenant, limit }: MailListOptions): Promise<Line[]> {
  const statuses = chosen(status, OUTGOING_STATUSES, UNSENT);
  const filter = { statuses, sinceMs: since, limit };
  const found = await outgoingMailFor(parley, OPERATOR, await operatedTenant(parley, tenant), filter);
  return found.map(({ id, meetingId, kind, to, preparedAt, attempts, reason, ...rest }) => ({
    ...{ direction: 'out' as const, id, meetingId, status: rest.status, attempts, reason, since: preparedAt },
    about: to === null ? kind : `${kind} to ${to}`,
  }));
}

async function incoming(parley: Parley, { status, since, tenant, limit }: MailListOptions): Promise<Line[]> {
  const statuses = chosen(status, INCOMING_STATUSES, UNSETTLED);
  const filter = { statuses, sinceMs: since, limit };
  const found = await incomingMailFor(parley, OPERATOR, await operatedTenant(parley, tenant), filter);
  return found.map(({ id, meetingId, from, door, receivedAt, attempts, reason, ...rest }) => ({
    ...{ direction: 'in' as const, id, meetingId, status: rest.status, attempts, reason, since: receivedAt },
    about: from === null ? `by ${door}` : `from ${from}`,
  }));
}

/** Mailboxes are the installation’s; whose their messages are is not known before they are taken in. */
async function inMailboxes(parley: Parley, { status, since, tenant }: MailListOptions): Promise<Line[]> {
  if (tenant !== undefined) return [];
  const statuses = chosen(status, MAILBOX_STATUSES, MAILBOX_STATUSES);
  const found = (await inAllMailboxes(parley)).filter((one) => statuses.includes(one.status));
  return found
    .filter((one) => one.since.getTime() >= (since ?? 0))
    .map((one) => ({ ...one, direction: 'in', meetingId: null, about: 'in a mailbox' }));
}

const inAllMailboxes = async ({ knex }: Parley): Promise<InMailbox[]> =>
  (await listMailboxes(knex)).flatMap(({ name, problems }) =>
    problems.map(({ uid, reason, detail, attempts, nextAttemptAt, firstFailedAt }) => ({
      id: `${name}/${uid}`,
      status: nextAttemptAt ? ('waiting-in-mailbox' as const) : ('put-aside' as const),
      // The detail of one that is too large says from whom it is.
      reason: reason === 'ingest-failed' && detail !== null ? `${reason} (${detail})` : reason,
      ...{ attempts, since: firstFailedAt },
    })),
  );

const none = (id: string) => `There is no message "${id}"; "parley mail list" shows them.`;

/** `parley mail show` */
export const showMail = (id: string, { tenant, json }: OneOptions): Promise<void> =>
  withParley(async (parley) => {
    const waiting = tenant === undefined && (await inAllMailboxes(parley)).find((one) => one.id === id);
    if (waiting) return json ? sayJson({ direction: 'in', ...waiting }) : sayFacts(factsOf(waiting));
    const tenantId = await operatedTenant(parley, tenant);
    const { direction, mail } = await orNone(none(id), () => mailFor(parley, OPERATOR, tenantId, id));
    if (json) sayJson({ direction, ...mail });
    else sayFacts({ direction, ...factsOf(mail) });
  });

const factsOf = (mail: object): Record<string, string | number | null> =>
  Object.fromEntries(
    Object.entries(mail).map(([name, value]: [string, unknown]) => [
      name,
      value instanceof Date
        ? moment(value)
        : typeof value === 'number' || typeof value === 'string' || value === null
          ? value
          : JSON.stringify(value),
    ]),
  );

const SAID: Record<Retried['code'], string> = {
  sending: 'It is being sent once more, under the same Message-ID.',
  hurried: 'It waited for its next attempt, which is made now.',
  'under-way': 'It is being sent at this moment.',
  looking: 'Its meeting looks for what it has not sent.',
  'already-sent': 'The mail server has taken it; it is not sent twice.',
  'came-back': 'It came back from its receiver’s mail server: the same message would come back again.',
  lapsed: 'Its time was over before it could be sent, and it is of no use any more.',
  'meeting-over': 'The meeting is over: nobody needs this message any more.',
  'link-expired': 'The link in it has expired: whoever wants to sign in asks for another one.',
  'content-removed': 'Its content was removed when its time was over.',
  taken: 'It was read, and taken in.',
  'set-aside': 'It was read once more, and could still not be taken in.',
  'not-needed': 'It was read, and decided about; nothing is to be done again.',
};

/** `parley mail retry` */
export const retryOne = (id: string, { tenant, json }: OneOptions): Promise<void> =>
  withParley(async (parley) => {
    const [, mailbox, uid] = /^(.+)\/(\d{1,15})$/.exec(id) ?? [];
    if (mailbox !== undefined) {
      if (!(await retryProblem(parley.knex, mailbox, Number(uid), new Date())))
        throw new CliError('not_found', none(id));
      return json ? sayJson({ code: 'looking' }) : say('It will be tried again within a minute.');
    }
    const tenantId = await operatedTenant(parley, tenant);
    const retried = await orNone(none(id), () => retryMail(parley, OPERATOR, tenantId, id));
    const { code, detail } = retried;
    const sentence = SAID[code];
    if (json) sayJson({ code, detail, message: sentence });
    else say(detail === null ? sentence : `${sentence} (${detail})`);
    if (!isDone(retried)) process.exitCode = EXIT.failure;
  });
