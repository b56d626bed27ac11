import { randomUUID } from 'node:crypto';
import { daysIn, type DaysOwner, type StoredOverride } from '../../adapters/postgres/booking/own-days.ts';
import { putOverrides } from '../../adapters/postgres/booking/new-days.ts';
import { MOST_TO_COME, todayAnywhere } from '../../domain/availability/own-days.ts';
import type { Actor } from '../../policies/actor.ts';
import { InvalidInput } from '../invalid-input.ts';
import { changeDays, type DaysDeps } from './own-days.ts';

export type NewOverride = Omit<StoredOverride, 'id'>;

/**
 * Says what is so on some days alone, for a member or for an event type. What there was of such a day is replaced, and keeps its id.
 *
 * @param field where they stand in what was asked: what is wrong with one is said of `field.index.day`
 * @returns them, by their days
 * @throws NotPermitted, TooManyEntries
 * @throws InvalidInput a day that is over for everybody, or comes twice
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
    const found = await daysIn(trx, 'date_overrides', owner, { from: Math.min(...seen), limit: MOST_READ });
    return found.filter(({ day }) => seen.has(day));
  });
}

/** More than there can be. */
const MOST_READ = 2 * MOST_TO_COME.date_overrides;
