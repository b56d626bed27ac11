import { feedUrlProblem, type FeedUrlProblem } from '../../adapters/feeds/feed-url.ts';
import { ensureMember } from '../../adapters/postgres/people/addresses.ts';
import { changeSettings } from '../../adapters/postgres/rooms/feed-settings.ts';
import { giveRoom } from '../../adapters/postgres/rooms/giving.ts';
import { roomNamed, type RoomUpdate } from '../../adapters/postgres/rooms/rooms.ts';
import type { FeedInterval } from '../../domain/feeds/intervals.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';

/** What is left out stays. */
export interface RoomSettings extends RoomUpdate {
  /** As its owner pasted it; null removes it. */
  icsUrl?: string | null | undefined;
  icsFetchInterval?: FeedInterval | undefined;
  icsEnabled?: boolean | undefined;
  /** Whose it is to be; whoever has the address is a member from then on. Its calendar is removed, unless another one comes with it. */
  ownerEmail?: string | undefined;
  /** What becomes of the meetings that a calendar has announced which is switched off or removed by this change. */
  plannedMeetings?: 'keep' | 'cancel' | undefined;
}

/** The address cannot be a feed's, as far as it can be told without fetching it. */
export class FeedUrlRefused extends Error {
  readonly problem: FeedUrlProblem;

  constructor(problem: FeedUrlProblem) {
    super(problem);
    this.name = 'FeedUrlRefused';
    this.problem = problem;
  }
}

/**
 * Changes a room's settings; its feed is looked at soon when it is another one.
 *
 * @param key of this change, the same when it is made again
 * @throws NotPermitted, also whoever may not give it to another owner; FeedUrlRefused, RoomNameTaken, AddressTaken; nothing is changed then
 */
export async function changeRoom(
  { knex, clock, feeds, config }: Pick<CommandDeps, 'knex' | 'clock' | 'feeds' | 'config'>,
  actor: Actor,
  nameOrId: string,
  { icsUrl, icsFetchInterval, icsEnabled, plannedMeetings, ownerEmail, ...changes }: RoomSettings,
  key: string,
): Promise<void> {
  const room = permit(actor, 'room.change', await roomNamed(knex, nameOrId), 'The room');
  if (ownerEmail !== undefined) permit(actor, 'room.give', room, 'The room');
  const problem = icsUrl == null ? null : feedUrlProblem(icsUrl, config.feeds);
  if (problem) throw new FeedUrlRefused(problem);
  const url = icsUrl == null ? icsUrl : { ...feeds.urls.seal(icsUrl), masked: feeds.urls.mask(icsUrl) };
  const feed = {
    ...(url !== undefined && { url }),
    ...(icsFetchInterval !== undefined && { intervalMinutes: icsFetchInterval }),
    ...(icsEnabled !== undefined && { enabled: icsEnabled }),
  };
  const isLeft = icsUrl === null || icsEnabled === false;
  const cancelPlannedAtMs = isLeft && plannedMeetings === 'cancel' ? clock.nowMs() : undefined;
  const pending = await knex.transaction(async (trx) => {
    if (ownerEmail === undefined)
      return changeSettings(trx, room, { key, room: changes, feed, cancelPlannedAtMs });
    const ownerId = await ensureMember(trx, room.tenantId, { address: ownerEmail });
    const given = await giveRoom(trx, room, ownerId, clock.nowMs());
    const changed = { key, room: changes, feed, cancelPlannedAtMs };
    return [...given, ...(await changeSettings(trx, { ...room, ownerId }, changed))];
  });
  for (const event of pending) await feeds.relay(event);
}
