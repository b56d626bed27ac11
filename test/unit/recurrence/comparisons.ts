import { instancesBetween } from '../../../domain/recurrence/instances.ts';
import { randomRule } from './random-rules.ts';
import type { Peer } from './peers.ts';
import { DAY, series, shown, time, wall, zone } from './support.ts';

/** One rule, asked of us and of another library. */
export interface Comparison {
  peer: Peer['name'];
  rule: string;
  /** A local time of `zone`. */
  start: string;
  zone: string;
  /** DTSTART is none of the rule's own. */
  beside: boolean;
  from: number;
  to: number;
  ours: number[];
}

/** As many instances are compared. */
const COMPARED = 12;

/** How far a library may have to look for them, walking. */
const SPAN_DAYS: Record<string, number> = {
  YEARLY: 36_500,
  MONTHLY: 8_000,
  WEEKLY: 4_000,
  DAILY: 2_000,
  HOURLY: 200,
  MINUTELY: 4,
  SECONDLY: 0.2,
};

/**
 * A random rule with its first instances by us; null when it has too few to be compared. Nine of ten begin with one of
 * their own instances, as RFC 5545 §3.8.5.3 asks; of the others libraries think differently.
 */
export function comparisonOf(peer: Peer, random: () => number): Comparison | null {
  const drawn = randomRule(random);
  const { rule } = drawn;
  const zoneName = peer.utcOnly ? 'UTC' : drawn.zone;
  const clock = zone(zoneName);
  const synchronised = random() < 0.9;
  const spanMs = (SPAN_DAYS[/FREQ=(\w+)/.exec(rule)?.[1] ?? ''] ?? 0) * DAY;
  // Where COUNT or UNTIL ends a rule, others look on for what would come next.
  const endless = rule.replace(/;(COUNT|UNTIL)=\w+/, '');
  const startsAt = (local: string, text: string) => {
    const from = wall(local) - clock.offsetOfWall(wall(local));
    const set = series(time(local, clock), { rules: [text] });
    return instancesBetween(set, from, from + spanMs, { limit: COMPARED + 1 }).instances.map(
      ({ startMs }) => startMs,
    );
  };
  let start = drawn.start.slice(0, 16);
  const isBeside = (at: string) =>
    series(time(at, clock), { rules: [endless] }).rules[0]?.startIsBeside ?? false;
  if (synchronised && isBeside(start)) {
    const [, second] = startsAt(start, endless);
    if (second === undefined) return null;
    start = shown(clock, second);
  }
  const reachable = startsAt(start, endless);
  const [from = 0] = reachable;
  if (reachable.length <= COMPARED) return null;
  const ours = startsAt(start, rule).slice(0, COMPARED);
  const seconds = start.length === 16 ? `${start}:00` : start;
  const to = ours.length === COMPARED ? (ours.at(-1) ?? from) : from + spanMs;
  return { peer: peer.name, rule, start: seconds, zone: zoneName, beside: isBeside(start), from, to, ours };
}

/** What was answered: the starts, or why there are none. */
export interface Answer {
  theirs: readonly number[];
  thrown: string;
}

export function ask(peer: Peer, { start, zone: name, rule, from, to }: Comparison): Answer {
  try {
    return { theirs: peer.between(start, name, rule, from, to), thrown: '' };
  } catch (error) {
    return { theirs: [], thrown: error instanceof Error ? error.message : String(error) };
  }
}

/** The same without a DTSTART that the rule does not name: others begin with, and count from, the first that it names. */
export function withoutBeside(compared: Comparison, theirs: readonly number[]) {
  if (!compared.beside) return { compared, theirs };
  const ours = compared.ours.slice(1);
  return {
    compared: { ...compared, ours },
    theirs: compared.rule.includes('COUNT=') ? theirs.slice(0, ours.length) : theirs,
  };
}

/** For the message of a failing test. */
export const describeDifference = (compared: Comparison, { theirs, thrown }: Answer): string =>
  [
    `${compared.peer}: ${compared.rule} from ${compared.start} in ${compared.zone}${compared.beside ? ', beside' : ''}`,
    `  ours:   ${compared.ours.map((at) => shown(zone(compared.zone), at)).join(' ')}`,
    `  theirs: ${thrown}${theirs.map((at) => shown(zone(compared.zone), at)).join(' ')}`,
  ].join('\n');
