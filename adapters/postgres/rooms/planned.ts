import type { Knex } from 'knex';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import { calendarEventRemoved } from '../../../domain/meeting/feed.ts';
import { appendToOutbox } from '../outbox.ts';
import { followEvents } from '../calendars/busy-periods.ts';
import type { Instant } from '../../../domain/time/instant.ts';

const planned = (knex: Knex, roomId: string, nowMs: Instant) =>
  knex('meetings')
    .where({ room_id: roomId, source: 'feed' })
    .whereIn('status', ['open', 'scheduled'])
    .where('start_utc', '>', new Date(nowMs));

/** How many meetings a room's calendar has announced that have not begun. */
export async function countPlanned(knex: Knex, roomId: string, nowMs: Instant): Promise<number> {
  const row = await planned(knex, roomId, nowMs).count<{ count: string }[]>('* AS count').first();
  return Number(row?.count ?? 0);
}

/**
 * Writes to the outbox that the calendar has the room's planned meetings no more. Should it be followed again and still
 * have them, they are other meetings.
 *
 * @returns what waits in the outbox because of it
 */
export async function cancelPlanned(
  trx: Knex.Transaction,
  { id, tenantId }: { id: string; tenantId: string },
  nowMs: Instant,
): Promise<PendingEvent[]> {
  const meetings: { id: string; uid: string }[] = await planned(trx, id, nowMs).select({
    id: 'id',
    uid: 'ics_uid',
  });
  if (meetings.length === 0) return [];
  const pending = meetings.map((meeting): PendingEvent => {
    const key = `calendar-event-removed/${meeting.id}/${nowMs}`;
    return { uid: meeting.uid, event: calendarEventRemoved(key, nowMs) };
  });
  const events = await trx('calendar_events')
    .whereRaw('meeting_id = ANY(?)', [meetings.map((meeting) => meeting.id)])
    .update({ removed_at: new Date(nowMs), last_synced_at: new Date(nowMs) })
    .returning<{ id: string }[]>('id');
  await followEvents(
    trx,
    events.map((event) => event.id),
  );
  await appendToOutbox(trx, tenantId, pending);
  return pending;
}
