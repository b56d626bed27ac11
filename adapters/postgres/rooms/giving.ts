import type { Knex } from 'knex';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { appendToOutbox } from '../outbox.ts';
import { feedChanged, forgetFeed } from './feed-settings.ts';
import { cancelPlanned } from './planned.ts';
import type { Room } from './rooms.ts';

/**
 * Gives a room to another member. The calendar that its owner had connected is theirs, so it is removed, with the meetings that it
 * has announced; who is inside one stays there.
 *
 * @returns what waits in the outbox because of it
 */
export async function giveRoom(
  trx: Knex.Transaction,
  { id, tenantId, calendarId }: Pick<Room, 'id' | 'tenantId' | 'calendarId'>,
  ownerId: string,
  nowMs: Instant,
): Promise<PendingEvent[]> {
  await trx('room_offers').where({ room_id: id }).delete();
  const given = await trx('principals')
    .where({ id })
    .whereNot({ owner_id: ownerId })
    .update({ owner_id: ownerId, updated_at: trx.fn.now() });
  if (given === 0) return [];
  await forgetFeed(trx, calendarId);
  // What it says of its events, and how it was fetched, was for the owner before.
  await trx('calendar_events')
    .where({ calendar_id: calendarId })
    .update({ description: '', location: '', attendees: '[]' });
  await trx('feed_fetches').where({ calendar_id: calendarId }).delete();
  const planned = await cancelPlanned(trx, { id, tenantId }, nowMs);
  const changed = feedChanged(`${id}/given/${nowMs}`, calendarId);
  await appendToOutbox(trx, tenantId, [changed]);
  return [...planned, changed];
}
