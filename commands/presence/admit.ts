import {
  insideNow,
  joinedSince,
  participantOf,
  serializeJoins,
  writeJoined,
} from '../../adapters/postgres/rooms/participants.ts';
import type { Counted } from '../counted.ts';
import type { CommandDeps } from '../deps.ts';
import type { KnownDoor } from './known-door.ts';
import { NotLetIn } from './not-let-in.ts';

/** More than enter a room at the start of a big meeting; each is a line in the meeting's history. */
const MOST_JOINS = 300;
const JOINS_WITHIN_MS = 60_000;

/** Who comes. */
export interface Coming {
  participantId: string;
  displayName: string | null;
  /** Inside only as long as heartbeats come, unless they are the room's owner; else from the first one on. */
  mustBeat?: boolean;
  /** The id under which they were inside before; anything. */
  before?: string | undefined;
}

/**
 * Writes down who enters. First the limit of whoever comes, then the meeting's: how many come within a minute, and how
 * many are inside. Strangers cannot use these up against the room's owner or somebody who was inside before.
 *
 * @throws NotLetIn, and what `counted` throws
 */
export async function admit(
  { knex, clock, config }: Pick<CommandDeps, 'knex' | 'clock' | 'config'>,
  { door, isOwner }: KnownDoor,
  { participantId, displayName, mustBeat = false, before }: Coming,
  counted: Counted,
): Promise<void> {
  const place = { tenantId: door.tenantId, meetingId: door.id, participantId };
  const nowMs = clock.nowMs();
  const isExempt = isOwner || (await wasInside(knex, door.id, [participantId, before ?? '']));
  if (!isExempt) await counted.count('joins', door.id);
  await knex.transaction(async (trx) => {
    if (!isExempt) {
      await serializeJoins(trx, door.id);
      if ((await joinedSince(trx, door.id, nowMs - JOINS_WITHIN_MS)) >= MOST_JOINS)
        throw new NotLetIn('too-many');
      if ((await insideNow(trx, door.id)) >= config.limits.open.inside) throw new NotLetIn('full');
    }
    await writeJoined(trx, place, displayName, { nowMs, mustBeat: mustBeat && !isOwner });
  });
}

async function wasInside(
  knex: CommandDeps['knex'],
  meetingId: string,
  ids: readonly string[],
): Promise<boolean> {
  const known = await Promise.all(ids.map((id) => participantOf(knex, meetingId, id)));
  return known.some((participant) => participant !== null);
}
