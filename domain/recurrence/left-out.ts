import type { WallMs } from '../time/zone.ts';
import type { Instant } from '../time/instant.ts';
import { DAY_MS } from '../time/calendar-days.ts';
import { hasWall } from './rule-walls.ts';
import type { RecurrenceSet } from './set.ts';

/** Whether EXDATE or EXRULE leaves out that instance, or an override stands for it. */
export const isLeftOut = (set: RecurrenceSet, wall: WallMs, id: Instant): boolean =>
  set.replaced.has(id) ||
  set.exIds.has(id) ||
  (set.exDays.size > 0 && set.exDays.has(Math.floor(wall / DAY_MS))) ||
  set.exRules.some((rule) => id <= rule.until && hasWall(rule, wall));
