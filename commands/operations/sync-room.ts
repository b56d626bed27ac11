import { feedOfRoom } from '../../adapters/postgres/operations/feeds.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { permitOperations, type OperatedTenant } from '../../queries/operations/permit.ts';
import type { CommandDeps } from '../deps.ts';
import { FeedNotSet } from '../rooms/feed-not-set.ts';
import { syncCalendar } from '../rooms/sync-feed.ts';

/** `running`: nothing came of it yet, `paused`: the calendar is not looked at. */
export const SYNCED = ['synced', 'failed', 'running', 'paused'] as const;

/** What came of a sync. */
export interface Synced {
  code: (typeof SYNCED)[number];
  /** Why it failed; null: it did not. */
  reason: string | null;
}

/**
 * Syncs the calendar that a room follows now, for whoever looks after it.
 *
 * @param room its name; anything
 * @throws NotPermitted also where there is none; EngineUnavailable
 */
export async function syncRoom(
  deps: Pick<CommandDeps, 'knex' | 'feeds'>,
  actor: Actor,
  tenantId: OperatedTenant,
  room: string,
): Promise<Synced> {
  permitOperations(actor, 'operations.mend', tenantId);
  const feed = await feedOfRoom(deps.knex, tenantId, room);
  if (!feed) throw new NotPermitted('The room');
  try {
    if (!(await syncCalendar(deps, feed.calendarId))) return { code: 'running', reason: null };
  } catch (error) {
    if (error instanceof FeedNotSet) return { code: 'paused', reason: null };
    throw error;
  }
  const after = await feedOfRoom(deps.knex, tenantId, room);
  return after?.status === 'failing' || after?.status === 'withheld'
    ? { code: 'failed', reason: after.reason }
    : { code: 'synced', reason: null };
}
