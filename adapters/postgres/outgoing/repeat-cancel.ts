import type { Knex } from 'knex';
import type { PreparedMessage } from '../../../activities/meeting/ports.ts';
import type { MessageSpec } from '../../../domain/meeting/message-spec.ts';
import type { RepeatCancel } from '../../../workflows/delivery/messages.ts';
import type { MeetingsRow } from '../../../migrations/rows/tables.ts';
import { readContext } from '../commit/context.ts';
import type { StatementPart } from '../statement.ts';
import { messageParts, prepareMessages, summaryOf } from './meeting-messages.ts';
import type { MessageTools } from './prepare.ts';
import { storeMessages } from './store.ts';

/**
 * Composes the CANCEL of a cancelled meeting for one attendee once more: the same SEQUENCE, and a Message-ID of its own,
 * because a server that has seen the first one's would drop it.
 */
export async function prepareRepeat(
  database: Knex,
  tools: MessageTools,
  message: RepeatCancel,
): Promise<PreparedMessage | null> {
  return database.transaction(async (trx) => {
    const meeting = await readContext(trx, message.meetingId, { lock: true });
    if (meeting?.status !== 'cancelled') return null;
    const row = await cancelledRow(trx, message.meetingId);
    const spec = specOf(message, row);
    const before: { id: string } | undefined = await trx('outgoing_messages')
      .where({ meeting_id: message.meetingId, message_key: spec.key })
      .first('id');
    if (before) {
      const { to, method, sequence } = spec;
      return { id: before.id, to, method, sequence, summary: summaryOf(spec) };
    }
    const messages = await prepareMessages(tools, meeting, [spec]);
    await storeMessages(trx, [meetingPart(message.meetingId)], messageParts(messages));
    return messages[0]?.prepared ?? null;
  });
}

type CancelledRow = Pick<MeetingsRow, 'ics_sequence' | 'start_utc' | 'end_utc' | 'cancel_reason'>;

const cancelledRow = async (trx: Knex.Transaction, meetingId: string): Promise<CancelledRow> => {
  const row = await trx('meetings')
    .where({ id: meetingId })
    .first('ics_sequence', 'start_utc', 'end_utc', 'cancel_reason');
  if (!row) throw new Error('the meeting is not in this database');
  return row;
};

const specOf = (
  { attendeeId, key, atMs }: RepeatCancel,
  { ics_sequence: sequence, start_utc: start, end_utc: end, cancel_reason: reason }: CancelledRow,
): MessageSpec => ({
  key: [sequence, 'CANCEL', 'cancellation', attendeeId, key].join('/'),
  to: attendeeId,
  kind: 'cancellation',
  method: 'CANCEL',
  sequence,
  dtstampMs: atMs,
  time: { startMs: start.getTime(), endMs: end.getTime() },
  previousTime: null,
  proposal: null,
  about: null,
  reason: reason ?? '',
});

const meetingPart = (meetingId: string): StatementPart => ({
  sql: 'meeting AS (SELECT * FROM meetings WHERE id = :meetingId)',
  values: { meetingId },
});
