import type { Instant } from '../time/instant.ts';
import { inYear, type YearlyRule } from './yearly-rule.ts';
import type { WallMs } from '../time/zone.ts';

/** When a VTIMEZONE's observance takes effect. */
export interface Observance {
  /** Offsets before and after, in milliseconds to add to UTC. */
  fromMs: number;
  toMs: number;
  startWall: WallMs;
  rule: YearlyRule | null;
  /** The rule's last instant. */
  untilMs: Instant;
  extraWalls: WallMs[];
}

/** What a VTIMEZONE says, so that a local time can be resolved by it. */
export interface ZoneRules {
  observances: Observance[];
  /** Before it something of the definition could not be read. */
  certainFrom: WallMs;
}

/**
 * The wall times for which the rules tell both seasons: from their first onset to their last, which is Infinity where two
 * rules that go on lead to different offsets. Null: they know one season only, as of a program that left the other out.
 */
export function spanOfRules(zone: ZoneRules): { from: WallMs; until: WallMs } | null {
  if (onlyOffset(zone) !== null) return null;
  const { observances: rules, certainFrom } = zone;
  const goingOn = rules.filter(({ rule, untilMs }) => rule !== null && untilMs === Number.POSITIVE_INFINITY);
  const ends = rules.map(({ rule, untilMs, startWall, extraWalls }) => {
    const listed = extraWalls.reduce((last, wall) => Math.max(last, wall), startWall);
    return rule === null || untilMs === Number.POSITIVE_INFINITY ? listed : Math.max(listed, untilMs);
  });
  return {
    from: Math.max(certainFrom, Math.min(...rules.map(({ startWall }) => startWall))),
    until: new Set(goingOn.map(({ toMs }) => toMs)).size > 1 ? Number.POSITIVE_INFINITY : Math.max(...ends),
  };
}

/** The offset of rules that know one season only; null of others. */
export function onlyOffset({ observances }: ZoneRules): number | null {
  const [first] = observances;
  return first && observances.every(({ toMs }) => toMs === first.toMs) ? first.toMs : null;
}

/** The instant of a wall time by a VTIMEZONE's rules. */
export function instantByRules({ observances: rules }: ZoneRules, wall: WallMs): Instant {
  const latest = rules
    .map((rule) => ({ rule, onset: onsetBefore(rule, wall) }))
    .filter(({ onset }) => onset !== null)
    .reduce<{ rule: Observance; onset: WallMs | null } | null>(
      (best, next) => (best && (best.onset ?? 0) >= (next.onset ?? 0) ? best : next),
      null,
    );
  if (latest) {
    const { fromMs, toMs } = latest.rule;
    // In the hour that a clock skips, the offset from before the gap counts (RFC 5545 §3.3.5).
    return wall - (wall < (latest.onset ?? 0) + (toMs - fromMs) ? fromMs : toMs);
  }
  const earliest = rules.reduce((first, next) => (next.startWall < first.startWall ? next : first));
  return wall - earliest.fromMs;
}

/**
 * The last onset that a clock on the wall has passed at `wall`. At the end of summer time an hour is shown twice, and
 * means the first time (RFC 5545 §3.3.5): the change back counts from the wall time that follows both.
 */
function onsetBefore(rule: Observance, wall: WallMs): WallMs | null {
  const year = new Date(wall).getUTCFullYear();
  const yearly = rule.rule ? [year - 1, year].map((each) => inYear(rule.rule as YearlyRule, each)) : [];
  const onsets = [rule.startWall, ...rule.extraWalls, ...yearly].filter(
    (onset): onset is WallMs =>
      onset !== null && onset >= rule.startWall && onset - rule.fromMs <= rule.untilMs && onset <= wall,
  );
  return onsets.length === 0 ? null : Math.max(...onsets);
}

/** The first onset after a wall time; Infinity when there is none, or not within the years in which every rule has one. */
export function nextOnset(
  { rule, startWall, extraWalls, untilMs, fromMs }: Observance,
  wall: WallMs,
): WallMs {
  if (wall === Number.POSITIVE_INFINITY) return wall;
  const from = new Date(Math.max(wall, startWall)).getUTCFullYear();
  const yearly = rule ? [from, from + 1].map((year) => inYear(rule, year)) : [];
  const onsets = [startWall, ...extraWalls, ...yearly.filter((each) => each !== null)];
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...onsets.filter((onset) => onset > wall && onset >= startWall && onset - fromMs <= untilMs),
  );
}
