import { setTimeout as wait } from 'node:timers/promises';
import { feedSettingsOf } from '../../adapters/postgres/rooms/feed-settings.ts';
import { roomNamed } from '../../adapters/postgres/rooms/rooms.ts';
import { isFollowed } from '../../domain/feeds/followed.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';
import { FeedNotSet } from './feed-not-set.ts';

const LONGEST_WAIT_MS = 8_000;
const LOOK_EVERY_MS = 200;

/**
 * Syncs a room's feed now, and waits a while for what comes of it.
 *
 * @returns whether it has ended; else it still runs
 * @throws NotPermitted, FeedNotSet; EngineUnavailable
 */
export async function syncFeed(
  { knex, feeds }: Pick<CommandDeps, 'knex' | 'feeds'>,
  actor: Actor,
  nameOrId: string,
): Promise<boolean> {
  const room = permit(actor, 'room.change', await roomNamed(knex, nameOrId), 'The room');
  return syncCalendar({ knex, feeds }, room.calendarId);
}

/** The same, of a room that was looked up for whoever may have it done. @throws FeedNotSet; EngineUnavailable */
export async function syncCalendar(
  { knex, feeds }: Pick<CommandDeps, 'knex' | 'feeds'>,
  calendarId: string,
): Promise<boolean> {
  const before = await feedSettingsOf(knex, calendarId);
  if (!isFollowed(before)) throw new FeedNotSet();
  await feeds.schedules.trigger(calendarId);
  const until = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    const { lastSync } = await feedSettingsOf(knex, calendarId);
    const finished = lastSync !== null && lastSync.getTime() !== before.lastSync?.getTime();
    if (finished || performance.now() > until) return finished;
    await wait(LOOK_EVERY_MS);
  }
}
