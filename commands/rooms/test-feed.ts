import type { FeedExamined } from '../../activities/feed/examine.ts';
import { feedOwner } from '../../adapters/feeds/feed-owner.ts';
import { sealedUrl } from '../../adapters/postgres/rooms/feed-settings.ts';
import { roomNamed, type Room } from '../../adapters/postgres/rooms/rooms.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { Counted } from '../counted.ts';
import type { CommandDeps } from '../deps.ts';
import { FeedNotSet } from './feed-not-set.ts';

/**
 * Looks what an address gives for a room, as a sync would, and keeps nothing. Counted together with all fetches of the same
 * owner.
 *
 * @param url null: the one that is set
 * @throws NotPermitted, FeedNotSet
 */
export async function testFeed(
  { knex, feeds }: Pick<CommandDeps, 'knex' | 'feeds'>,
  actor: Actor,
  { nameOrId, url }: { nameOrId: string; url: string | null },
  counted: Counted,
): Promise<{ room: Room; found: FeedExamined }> {
  const room = permit(actor, 'room.change', await roomNamed(knex, nameOrId), 'The room');
  const tested = url ?? (await urlOf({ knex, feeds }, room));
  if (tested === null) throw new FeedNotSet();
  await counted.count('feedTests');
  const found = await feeds.examine({
    url: tested,
    owner: feedOwner(room.ownerId),
    roomName: room.name,
    timezone: room.timezone,
  });
  return { room, found };
}

async function urlOf(
  { knex, feeds }: Pick<CommandDeps, 'knex' | 'feeds'>,
  room: Room,
): Promise<string | null> {
  const stored = await sealedUrl(knex, room.calendarId);
  return stored && feeds.urls.open(stored.sealed, stored.keyId);
}
