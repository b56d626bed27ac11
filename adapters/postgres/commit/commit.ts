import type { Knex } from 'knex';
import pg from 'pg';
import type {
  CommitInput,
  CommitResult,
  CommittedEvent,
  PreparedMessage,
} from '../../../activities/ports.ts';
import type { MessageKind } from '../../../domain/meeting/decision.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { prepareMessages, summaryOf, type MessageTools } from './messages.ts';
import { busyParty, inviteGuest } from './parties.ts';
import { rememberMadeProposal, spendLink, writeProposals } from './proposals.ts';
import { CommitRefused } from './refused.ts';
import { writeMeeting } from './write-meeting.ts';

const EXCLUSION_VIOLATION = '23P01';

/**
 * Writes a change, all of it or nothing: the meeting, its parties, proposals, links, prepared messages and the
 * audit log, in one transaction. The same change again finds itself and answers the same.
 */
export async function commitChange(
  database: Knex,
  tools: MessageTools,
  input: CommitInput,
): Promise<CommitResult> {
  try {
    // A single statement is a transaction already, and costs a third of one with BEGIN and COMMIT around it.
    if (isOneStatement(input)) return await commitIn(database, tools, input);
    return await database.transaction((trx) => commitIn(trx, tools, input));
  } catch (error) {
    const code = await refusalIn(error, database, input);
    if (code === null) throw error;
    return { kind: 'refused', code };
  }
}

/** Answers and deadlines, mostly: nothing but the meeting itself changes. */
const isOneStatement = ({ event, change }: CommitInput): boolean =>
  event.type !== 'booked' &&
  linkOf(event) === null &&
  change.proposals.length === 0 &&
  change.messages.length === 0;

async function commitIn(knex: Knex, tools: MessageTools, input: CommitInput): Promise<CommitResult> {
  const { event, nowMs, change } = input;
  const meeting = await writeMeeting(knex, input);
  if (!meeting) return committedBefore(knex, input);
  await spendLink(knex, meeting, linkOf(event), nowMs);
  if (event.type === 'booked') await inviteGuest(knex, meeting, event);
  await writeProposals(knex, meeting, change.proposals, nowMs);
  await rememberMadeProposal(knex, event);
  const messages = await prepareMessages(knex, tools, meeting, change.messages, change.next.revision);
  return { kind: 'committed', messages };
}

const linkOf = (event: MeetingEvent): string | null => ('linkId' in event ? event.linkId : null);

/** Null: the error is none of the database's answers; or the time is free again, and the next attempt will find it so. */
async function refusalIn(error: unknown, database: Knex, { roomId, event, change }: CommitInput) {
  if (error instanceof CommitRefused) return error.code;
  if (!(error instanceof pg.DatabaseError && error.code === EXCLUSION_VIOLATION)) return null;
  const requestId = event.type === 'booked' ? event.requestId : null;
  return busyParty(database, { roomId, requestId, time: change.next });
}

/** What stands where the change should have gone. */
async function committedBefore(knex: Knex, { roomId, event, change }: CommitInput): Promise<CommitResult> {
  const { revision } = change.next;
  const events = await changesAfter(knex, roomId, revision - 1);
  if (events.length === 0) throw new Error('the database is behind the meeting, or has no such meeting');
  if (events[0]?.event.key !== event.key) return { kind: 'missed', events };
  return { kind: 'committed', messages: await messagesOf(knex, roomId, revision) };
}

/** The events of the changes after `revision`, in order. */
export async function changesAfter(
  database: Knex,
  roomId: string,
  revision: number,
): Promise<CommittedEvent[]> {
  const rows: { event: MeetingEvent; decided_at: Date }[] = await database('meeting_changes')
    .where({ room_id: roomId })
    .where('revision', '>', revision)
    .orderBy('revision')
    .select('event', 'decided_at');
  return rows.map((row) => ({ event: row.event, nowMs: row.decided_at.getTime() }));
}

async function messagesOf(knex: Knex, roomId: string, revision: number): Promise<PreparedMessage[]> {
  const rows: (Omit<PreparedMessage, 'summary'> & { kind: MessageKind })[] = await knex('outgoing_messages')
    .where({ room_id: roomId, revision })
    .orderBy('recipient_role')
    .select({ id: 'id', to: 'recipient_role', kind: 'kind', method: 'method', sequence: 'sequence' });
  return rows.map(({ kind, ...row }) => ({ ...row, summary: summaryOf({ ...row, kind }) }));
}
