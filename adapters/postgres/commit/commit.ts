import type { Knex } from 'knex';
import type {
  CommitInput,
  CommitResult,
  CommittedEvent,
  PreparedMessage,
} from '../../../activities/ports.ts';
import type { MessageKind } from '../../../domain/meeting/decision.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { lockMeeting, type CommitContext } from './context.ts';
import { prepareMessages, summaryOf, type MessageTools } from './messages.ts';
import { inviteGuest, updateParties } from './parties.ts';
import { rememberMadeProposal, spendLink, writeProposals } from './proposals.ts';
import { CommitRefused } from './refused.ts';

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
    return await database.transaction((trx) => commitIn(trx, tools, input));
  } catch (error) {
    if (error instanceof CommitRefused) return { kind: 'refused', code: error.code };
    throw error;
  }
}

async function commitIn(
  trx: Knex.Transaction,
  tools: MessageTools,
  input: CommitInput,
): Promise<CommitResult> {
  const { event, nowMs, change } = input;
  const meeting = await lockMeeting(trx, input.roomId);
  if (!meeting) throw new Error('the meeting is not in this database');
  const { next } = change;
  if (meeting.revision >= next.revision) return committedBefore(trx, input);
  if (meeting.revision !== next.revision - 1) throw new Error('the database is behind the meeting');

  await spendLink(trx, meeting, event, nowMs);
  await writeMeeting(trx, meeting, input);
  if (event.type === 'booked') await inviteGuest(trx, meeting, event);
  await updateParties(trx, next, input.invitations);
  await writeProposals(trx, meeting, change.proposals, nowMs);
  await rememberMadeProposal(trx, event);
  const messages = await prepareMessages(trx, tools, meeting, change.messages, next.revision);
  return { kind: 'committed', messages };
}

/** The meeting's row, the change in its log, and the story's lines in the audit log, in one statement. */
async function writeMeeting(
  trx: Knex.Transaction,
  meeting: CommitContext,
  { event, nowMs, change }: CommitInput,
): Promise<void> {
  const { next } = change;
  const about = { tenant_id: meeting.tenantId, room_id: meeting.roomId };
  const logged = trx('meeting_changes').insert({
    ...about,
    revision: next.revision,
    event_key: event.key,
    event: JSON.stringify(event),
    decided_at: new Date(nowMs),
  });
  const story = change.timeline.map((line) => ({
    ...about,
    uid: meeting.uid,
    at: new Date(line.atMs),
    category: 'timeline',
    what: line.what,
    actor: line.by,
    door: line.door,
  }));
  await trx('practice_rooms')
    .with('logged', logged)
    .modify((statement) => {
      if (story.length > 0) void statement.with('told', trx('audit_log').insert(story));
    })
    .where({ id: meeting.roomId })
    .update({
      status: next.status,
      ics_sequence: next.sequence,
      start_utc: new Date(next.startMs),
      end_utc: new Date(next.endMs),
      revision: next.revision,
      room_ready_at:
        change.room === 'ready' ? new Date(nowMs) : next.room.phase === 'none' ? null : undefined,
      room_closed_at: next.room.phase === 'closed' ? new Date(nowMs) : undefined,
      cancel_reason: event.type === 'cancelled' ? event.reason : undefined,
      updated_at: trx.fn.now(),
    });
}

async function committedBefore(
  trx: Knex.Transaction,
  { roomId, event, change }: CommitInput,
): Promise<CommitResult> {
  const { revision } = change.next;
  const events = await changesAfter(trx, roomId, revision - 1);
  if (events[0]?.event.key !== event.key) return { kind: 'missed', events };
  return { kind: 'committed', messages: await messagesOf(trx, roomId, revision) };
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

async function messagesOf(
  trx: Knex.Transaction,
  roomId: string,
  revision: number,
): Promise<PreparedMessage[]> {
  const rows: (Omit<PreparedMessage, 'summary'> & { kind: MessageKind })[] = await trx('outgoing_messages')
    .where({ room_id: roomId, revision })
    .orderBy('recipient_role')
    .select({ id: 'id', to: 'recipient_role', kind: 'kind', method: 'method', sequence: 'sequence' });
  return rows.map(({ kind, ...row }) => ({ ...row, summary: summaryOf({ ...row, kind }) }));
}
