import type { FollowedFeed } from '../../../activities/feed/ports.ts';
import { followedFeed } from '../../../adapters/postgres/feeds/followed.ts';
import { insertOwnedRoom } from '../../support/room-owner.ts';
import type { World } from '../../support/world.ts';

/** A room that follows a calendar, which nobody fetches. */
export async function insertFollowedFeed({ database, tenant }: World): Promise<FollowedFeed> {
  const room = await insertOwnedRoom(database, { tenantId: tenant.id });
  const calendar = await database('calendars').where({ principal_id: room.id }).first('id');
  const url = { url_sealed: Buffer.from('sealed'), url_key_id: 'key', url_masked: '…' };
  await database('feeds')
    .insert({ calendar_id: calendar!.id, tenant_id: tenant.id, ...url })
    .onConflict('calendar_id')
    .merge();
  return (await followedFeed(database, calendar!.id))!;
}
