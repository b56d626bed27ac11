import { LRUCache } from 'lru-cache';
import type { FeedEvent } from '../ical/feed-event.ts';
import type { ObjectZones } from '../ical/feed-zones.ts';
import { clockOfTzid, zoneOf } from '../ical/read-time.ts';
import type { Observance, ZoneRules } from '../ical/vtimezone-rules.ts';
import { transitions } from '../time/transitions.ts';
import { UTC_CLOCK, type Clock } from '../time/zone.ts';

/** A zone as JSON: its name where that alone says what its clocks show, or with what the object's VTIMEZONE says of it. */
export type ZoneForm = string | { tzid: string; rules: RulesForm };

/** JSON has no Infinity; null stands for it. */
interface RulesForm {
  observances: (Omit<Observance, 'untilMs'> & { untilMs: number | null })[];
  certainFrom: number | null;
}

/** Zones by the clocks that times have; they are listed as they are asked for. */
export function zoneForms(
  events: readonly FeedEvent[],
  zones: ObjectZones,
): { forms: ZoneForm[]; indexOf: (clock: Clock) => number } {
  const forms: ZoneForm[] = [];
  const indexes = new Map<Clock, number>();
  const tzids = new Map<Clock, string>();
  for (const { component } of events) {
    for (const [, { tzid }] of component[1]) {
      const name = Array.isArray(tzid) ? tzid[0] : tzid;
      const clock = name === undefined ? null : zones.clockOf(name);
      if (name !== undefined && clock && !tzids.has(clock)) tzids.set(clock, name);
    }
  }
  let from = Infinity;
  for (const { start, recurrenceId, recurrence } of events) {
    from = Math.min(from, start.wall, recurrenceId?.wall ?? Infinity);
    for (const date of recurrence.dates) from = Math.min(from, date.start.wall);
  }
  return {
    forms,
    indexOf(clock) {
      const known = indexes.get(clock);
      if (known !== undefined) return known;
      indexes.set(clock, forms.length);
      const tzid = tzids.get(clock) ?? 'UTC';
      forms.push(zoneForm(tzid, clock, zones.rulesOf(tzid), from));
      return forms.length - 1;
    },
  };
}

const DAY_MS = 86_400_000;

function zoneForm(tzid: string, clock: Clock, rules: ZoneRules | null, from: number): ZoneForm {
  const named = zoneOf(tzid);
  const name = named?.name ?? tzid;
  if (rules === null || (named && agreesFrom(clock, named) + DAY_MS < from)) return name;
  return {
    tzid: name,
    rules: {
      observances: rules.observances.map((each) => ({ ...each, untilMs: finite(each.untilMs) })),
      certainFrom: finite(rules.certainFrom),
    },
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Clocks of definitions are kept for some time, and so is what was found out about them. */
const agreements = new WeakMap<Clock, number>();
const [LOOKED_FROM, LOOKED_UNTIL] = [Date.UTC(1970, 0, 1), Date.UTC(2060, 0, 1)];

/** The last instant at which a clock and the zone of its name are put forward or back in two ways. */
function agreesFrom(clock: Clock, named: Clock): number {
  const known = agreements.get(clock);
  if (known !== undefined) return known;
  const [own, other] = [changesOf(clock), changesOf(named)];
  const differing = [...own.keys(), ...other.keys()].filter((atMs) => own.get(atMs) !== other.get(atMs));
  const last = differing.reduce((latest, atMs) => Math.max(latest, atMs), LOOKED_FROM);
  const inTheEnd = clock.offsetAt(LOOKED_UNTIL) === named.offsetAt(LOOKED_UNTIL) ? last : Infinity;
  agreements.set(clock, inTheEnd);
  return inTheEnd;
}

const changesOf = (clock: Clock): Map<number, number> =>
  new Map(transitions(clock, LOOKED_FROM, LOOKED_UNTIL).map(({ atMs, toMs }) => [atMs, toMs]));

/** To make the tables of a clock costs more than the rest of a series. */
const knownClocks = new LRUCache<string, Clock>({ max: 500 });

/** The clock of a form; UTC, should nobody know the zone any more. */
export function clockOfForm(form: ZoneForm): Clock {
  const zone = typeof form === 'string' ? zoneOf(form) : null;
  if (zone) return zone;
  const key = typeof form === 'string' ? form : JSON.stringify(form);
  const known = knownClocks.get(key);
  if (known) return known;
  const clock = (typeof form === 'string' ? clockOfTzid(form, null) : clockOfRulesForm(form)) ?? UTC_CLOCK;
  knownClocks.set(key, clock);
  return clock;
}

const clockOfRulesForm = ({ tzid, rules: { observances, certainFrom } }: Exclude<ZoneForm, string>) =>
  clockOfTzid(tzid, {
    observances: observances.map((each) => ({ ...each, untilMs: each.untilMs ?? Infinity })),
    certainFrom: certainFrom ?? -Infinity,
  });
