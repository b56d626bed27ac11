import { offsetTable } from './offset-table.ts';
import { transitions } from './transitions.ts';
import { instantByRules, type ZoneRules } from './vtimezone-rules.ts';
import type { Clock, WallMs } from './zone.ts';

/** A clock that goes by the rules of a VTIMEZONE; they are worked out once for each year that is needed. */
export function clockOfRules(rules: ZoneRules): Clock {
  // The rules tell the offset of a wall time, so that it is wall times that are searched for changes.
  const walls = { offsetAt: (wall: WallMs) => wall - instantByRules(rules, wall) };
  return offsetTable((from, until) => ({
    before: walls.offsetAt(from),
    changes: transitions(walls, from, until).map((change) => ({
      ...change,
      atMs: change.atMs - Math.max(change.fromMs, change.toMs),
    })),
  }));
}
