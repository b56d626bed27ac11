import {
  insideNow,
  joinedSince,
  participantOf,
  serializeJoins,
  writeJoined,
} from '../../adapters/postgres/rooms/participants.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { ApiDeps } from '../deps.ts';
import type { RequestLimits } from '../limits/request.ts';
import { roomFull, tooManyRequests } from '../middleware/problems.ts';

/** More than enter a room at the start of a big meeting; each is a line in the meeting's history. */
const MOST_JOINS = 300;
const JOINS_WITHIN_MS = 60_000;

/** Who is at the door. */
export interface Comer {
  counted: RequestLimits;
  /** Of the room: never kept out by strangers. */
  isOwner: boolean;
  /** Inside only as long as heartbeats come; else from the first one on. */
  mustBeat?: boolean;
  /** The id under which they were inside before; anything. */
  before?: string | undefined;
}

interface Coming {
  tenantId: string;
  meetingId: string;
  participantId: string;
  displayName: string | null;
}

/**
 * Writes down who enters. First the limit of whoever comes, then the meeting's: how many come within a minute, and how
 * many are inside. Strangers cannot use these up against the room's owner or somebody who was inside before.
 *
 * @throws Problem too-many-requests, room-full
 */
export async function admit(deps: ApiDeps, coming: Coming, by: Comer, nowMs: Instant): Promise<void> {
  const { displayName, ...place } = coming;
  const isExempt = by.isOwner || (await wasInside(deps, coming, by.before));
  if (!isExempt) await by.counted.count('joins', place.meetingId);
  await deps.knex.transaction(async (trx) => {
    if (!isExempt) {
      await serializeJoins(trx, place.meetingId);
      if ((await joinedSince(trx, place.meetingId, nowMs - JOINS_WITHIN_MS)) >= MOST_JOINS)
        throw tooManyRequests();
      if ((await insideNow(trx, place.meetingId)) >= deps.config.limits.open.inside) throw roomFull();
    }
    await writeJoined(trx, place, displayName, { nowMs, mustBeat: by.mustBeat ?? false });
  });
}

async function wasInside(
  { knex }: ApiDeps,
  { meetingId, participantId }: Coming,
  before = '',
): Promise<boolean> {
  const known = await Promise.all([participantId, before].map((id) => participantOf(knex, meetingId, id)));
  return known.some((participant) => participant !== null);
}
