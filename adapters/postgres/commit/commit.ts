import type { Knex } from 'knex';
import type { CommitInput, CommitResult, PreparedMessage } from '../../../activities/meeting/ports.ts';
import type { RefusalCode } from '../../../domain/meeting/decision.ts';
import { holdsTime, isBooking } from '../../../domain/meeting/state.ts';
import type { MessageKind } from '../../../domain/meeting/message-spec.ts';
import { busyWord, takesSlot } from '../../../domain/meeting/taking-slots.ts';
import { changesAfter } from './changes-after.ts';
import { readContext, type ChangeContext } from './context.ts';
import { messageParts, newOrganizerTags, prepareMessages, summaryOf } from '../outgoing/meeting-messages.ts';
import type { MessageTools } from '../outgoing/prepare.ts';
import { busyBefore, busyForProposals, findBusy } from './busy.ts';
import { invitePart } from './invitations.ts';
import { proposalParts } from './proposals.ts';
import { reservationParts } from './reservations.ts';
import { isExclusionViolation, isUniqueViolation } from '../violations.ts';
import { resourceProblem, slotProblem } from './slot.ts';
import { linkOf, writeChange, type WhatElse } from './write-change.ts';

/**
 * Writes a change, all of it or nothing: the meeting, its attendees, proposals, links, prepared messages and the
 * audit log. Messages are composed before anything is written, so that nobody waits for them. The same change again
 * finds itself and answers the same.
 */
export async function commitChange(
  database: Knex,
  tools: MessageTools,
  input: CommitInput,
): Promise<CommitResult> {
  const { change } = input;
  const { messages, proposals, invited } = change;
  if (messages.length + proposals.length + invited.length === 0)
    return write(database, input, { parts: reservationParts(input), organizerTags: new Map() }, []);
  const context = await readContext(database, input.meetingId, { invited });
  if (context?.revision !== change.next.revision - 1) return notWritten(database, input);
  const busy = await busyBefore(database, context, change);
  if (busy) return { kind: 'refused', code: busyWord(input.event, busy) };
  return writeAll(database, tools, input, context);
}

async function writeAll(
  database: Knex,
  tools: MessageTools,
  input: CommitInput,
  context: ChangeContext,
): Promise<CommitResult> {
  const { change } = input;
  const prepared = await prepareMessages(tools, withoutWhoLeaves(context, change), change.messages);
  const organizerTags = newOrganizerTags(prepared);
  const parts = [
    ...(change.invited.length > 0 ? [invitePart(change, organizerTags)] : []),
    ...reservationParts(input),
    ...proposalParts(change.proposals),
    ...messageParts(prepared),
  ];
  return write(
    database,
    input,
    { parts, organizerTags, guard: guardOf(input, context) },
    prepared.map((message) => message.prepared),
  );
}

/** Whoever leaves with a change is none of those whom its messages tell of. */
function withoutWhoLeaves(context: ChangeContext, { next }: CommitInput['change']): ChangeContext {
  if (!isBooking(next) || next.removed.length === 0) return context;
  const attendees = [...context.attendees].map(
    ([id, attendee]) => [id, next.removed.includes(id) ? { ...attendee, removed: true } : attendee] as const,
  );
  return { ...context, attendees: new Map(attendees) };
}

async function write(
  database: Knex,
  input: CommitInput,
  what: WhatElse & { guard?: Guard | null },
  messages: PreparedMessage[],
): Promise<CommitResult> {
  try {
    const written = what.guard
      ? await writeGuarded(database, input, what.guard, what)
      : await writeChange(database, input, what);
    if (typeof written === 'string') return { kind: 'refused', code: written };
    return written ? { kind: 'committed', messages } : await notWritten(database, input);
  } catch (error) {
    if (isUniqueViolation(error) && (await isCommitted(database, input))) return { kind: 'repeated' };
    if (!isExclusionViolation(error)) throw error;
    const { meetingId, change } = input;
    const code =
      (await findBusy(database, { meetingId, invited: change.invited, time: change.next })) ??
      (await busyForProposals(database, meetingId, change));
    // Null: the time is free again, and the next attempt will find it so.
    if (code === null) throw error;
    return { kind: 'refused', code: busyWord(input.event, code) };
  }
}

/** What a change has to find out, and keep so, in the transaction that writes it. @returns why it cannot be written */
type Guard = (trx: Knex.Transaction) => Promise<RefusalCode | null>;

/** Null: the constraints say all there is to say. */
function guardOf(input: CommitInput, context: ChangeContext): Guard | null {
  if (takesSlot(input.event)) return (trx) => slotProblem(trx, context, input);
  const { messages, next } = input.change;
  const isMoved = holdsTime(next) && messages.some(({ previousTime }) => previousTime !== null);
  return isMoved && context.eventTypeId !== null ? (trx) => resourceProblem(trx, input) : null;
}

const writeGuarded = (
  database: Knex,
  input: CommitInput,
  guard: Guard,
  what: WhatElse,
): Promise<RefusalCode | boolean> =>
  database.transaction(async (trx) => (await guard(trx)) ?? (await writeChange(trx, input, what)));

/** Whether the event is in the log, whatever its number there. */
async function isCommitted(database: Knex, { meetingId, event }: CommitInput): Promise<boolean> {
  const row = await database('meeting_changes')
    .where({ meeting_id: meetingId, event_key: event.key })
    .first('revision');
  return row !== undefined;
}

/** What stands where the change should have gone; or it was refused before a crash, or its link was spent. */
async function notWritten(database: Knex, input: CommitInput): Promise<CommitResult> {
  const { meetingId, event, nowMs, change, callId } = input;
  const { revision } = change.next;
  const events = await changesAfter(database, meetingId, revision - 1);
  const [first] = events;
  if (first) {
    // The same event decided at another time would expire at another time, say.
    const isSame = first.event.key === event.key && first.nowMs === nowMs;
    if (!isSame) return { kind: 'missed', events };
    return { kind: 'committed', messages: await messagesOf(database, meetingId, revision) };
  }
  const refused = callId === null ? null : await refusalOf(database, callId);
  if (refused) return { kind: 'refused', code: refused };
  if (linkOf(event) !== null && (await readContext(database, meetingId))?.revision === revision - 1)
    return { kind: 'refused', code: 'link-used' };
  throw new Error('the database is behind the meeting, or has no such meeting');
}

async function refusalOf(database: Knex, callId: string): Promise<RefusalCode | null> {
  const row = await database('meeting_refusals').where({ call_id: callId }).first('code');
  return (row?.code as RefusalCode | undefined) ?? null;
}

async function messagesOf(knex: Knex, meetingId: string, revision: number): Promise<PreparedMessage[]> {
  const rows: (Omit<PreparedMessage, 'summary'> & { kind: MessageKind })[] = await knex('outgoing_messages')
    .where({ meeting_id: meetingId, revision })
    .orderBy('attendee_id')
    .select({ id: 'id', to: 'attendee_id', kind: 'kind', method: 'method', sequence: 'sequence' });
  return rows.map(({ kind, ...row }) => ({ ...row, summary: summaryOf({ ...row, kind }) }));
}
