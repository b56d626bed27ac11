import { randomUUID } from 'node:crypto';
import { daysIn, type DaysOwner, type StoredOverride } from '../../adapters/postgres/booking/own-days.ts';
import { putOverrides } from '../../adapters/postgres/booking/new-days.ts';
import { MOST_TO_COME, todayAnywhere } from '../../domain/availability/own-days.ts';
import { reachesInto } from '../../domain/availability/overlap.ts';
import type { Actor } from '../../policies/actor.ts';
import { InvalidInput } from '../invalid-input.ts';
import { changeDays, type DaysDeps } from './own-days.ts';

export type NewOverride = Omit<StoredOverride, 'id'>;

/**
 * Says what is so on some days alone, for a member or for an event type. What there was of such a day is replaced, and keeps its id.
 *
 * @param field where they stand in what was asked: what is wrong with one is said of `field.index`
 * @returns them, by their days
 * @throws NotPermitted, TooManyEntries
 * @throws InvalidInput a day that is over for everybody, or comes twice; blocks that overlap, beyond midnight, those of a day beside it
 */
export async function setOverrides(
  deps: DaysDeps,
  actor: Actor,
  owner: DaysOwner,
  overrides: readonly NewOverride[],
  field?: string,
): Promise<StoredOverride[]> {
  const today = todayAnywhere(deps.clock.nowMs());
  const seen = new Set<number>();
  for (const [index, { day }] of overrides.entries()) {
    const at = field === undefined ? 'day' : `${field}.${index}.day`;
    if (day < today) throw new InvalidInput(at, 'must not be past');
    if (seen.has(day)) throw new InvalidInput(at, 'must not be there twice');
    seen.add(day);
  }
  return changeDays(deps, actor, 'date_overrides', owner, async (trx) => {
    await putOverrides(
      trx,
      owner,
      overrides.map((override) => ({ id: randomUUID(), ...override })),
    );
    const from = Math.min(...seen) - 1;
    const found = await daysIn(trx, 'date_overrides', owner, { from, limit: MOST_READ });
    const overlapping = dayThatOverlaps(found, seen);
    if (overlapping !== null) {
      const index = overrides.findIndex(({ day }) => day === overlapping);
      const at = field === undefined ? 'blocks' : `${field}.${index}.blocks`;
      throw new InvalidInput(at, 'must not overlap a block of the day before, or of the day after');
    }
    return found.filter(({ day }) => seen.has(day));
  });
}

/** The first of the days that are set whose blocks overlap those of a day beside it. @param found by their days */
function dayThatOverlaps(found: readonly StoredOverride[], set: ReadonlySet<number>): number | null {
  for (const [index, { day, blocks }] of found.entries()) {
    const before = found[index - 1];
    if (before?.day !== day - 1 || !reachesInto(before.blocks, blocks)) continue;
    if (set.has(day)) return day;
    if (set.has(before.day)) return before.day;
  }
  return null;
}

/** More than there can be. */
const MOST_READ = 2 * MOST_TO_COME.date_overrides;
