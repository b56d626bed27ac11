import { LRUCache } from 'lru-cache';
import { offsetTable } from '../time/offset-table.ts';
import { transitions } from '../time/transitions.ts';
import { instantByRules, spanOfRules, type ZoneRules } from './vtimezone-rules.ts';
import type { Clock, WallMs } from '../time/zone.ts';

const clocksOfRules = new WeakMap<ZoneRules, Clock>();

/** A clock that goes by the rules of a VTIMEZONE; they are worked out once for each year that is needed. */
export function clockOfRules(rules: ZoneRules): Clock {
  const known = clocksOfRules.get(rules);
  if (known) return known;
  const clock = clockOfWalls((wall) => wall - instantByRules(rules, wall));
  clocksOfRules.set(rules, clock);
  return clock;
}

/** A clock that is never put forward or back. */
export const clockOfOffset = (offset: number): Clock => clockOfWalls(() => offset);

/** The clock that a calendar's rules and the name of its zone make together is the same in each reading. */
const knownClocks = new LRUCache<string, Clock>({ max: 500 });

/**
 * The clock of a zone that a calendar defines and whose name is known, too. The calendar's own rules count (RFC 5545
 * §3.2.19: feeds call New York "EST", and define its summer time), for the times that they tell of: a list often ends with the
 * year of the export, and a series goes on. Where they know one season only, the name counts.
 *
 * @param named the zone of that name
 */
export function clockOfBoth(rules: ZoneRules, named: Clock & { name: string }): Clock {
  const key = `${named.name} ${JSON.stringify(rules)}`;
  const known = knownClocks.get(key);
  if (known) return known;
  const clock = makeClock(rules, named);
  knownClocks.set(key, clock);
  return clock;
}

function makeClock(rules: ZoneRules, named: Clock): Clock {
  const span = spanOfRules(rules);
  if (span === null) return named;
  return clockOfWalls((wall) =>
    wall >= span.from && wall <= span.until ? wall - instantByRules(rules, wall) : named.offsetOfWall(wall),
  );
}

const DAY_MS = 86_400_000;
/** A change of the clock that lasts shorter is no season. */
const STEP_MS = 5 * DAY_MS;

/** Whether a clock has that offset at some time within a year before or after the wall time. */
export function fits(offset: number, clock: Clock, wall: WallMs): boolean {
  for (let away = 0; away <= 366 * DAY_MS; away += STEP_MS) {
    if (clock.offsetOfWall(wall + away) === offset || clock.offsetOfWall(wall - away) === offset) return true;
  }
  return false;
}

/** The rules tell the offset of a wall time, so that it is wall times that are searched for changes. */
function clockOfWalls(offsetAt: (wall: WallMs) => number): Clock {
  const walls = { offsetAt };
  return offsetTable((from, until) => ({
    before: walls.offsetAt(from),
    changes: transitions(walls, from, until).map((change) => ({
      ...change,
      atMs: change.atMs - Math.max(change.fromMs, change.toMs),
    })),
  }));
}
