import { expect, it } from 'vitest';
import { parseWhole, type JcalComponent } from '../../../domain/ical/parse-calendars.ts';
import { FEED_LIMITS } from '../../../domain/ical/prepare.ts';
import { prepareWhole } from '../../../domain/ical/prepare-whole.ts';
import { readVtimezone } from '../../../domain/ical/read-vtimezone.ts';
import { vtimezone } from '../../../domain/ical/timezone.ts';
import { clockOfRules } from '../../../domain/ical/vtimezone-clock.ts';
import { instantByRules, type ZoneRules } from '../../../domain/ical/vtimezone-rules.ts';
import { instantOf, openZone } from '../../../domain/time/zone.ts';

const HOUR = 3_600_000;

function definitionOf(text: string) {
  const calendar = `BEGIN:VCALENDAR\r\n${text}\r\nEND:VCALENDAR\r\n`;
  const [read] = parseWhole(prepareWhole(calendar, FEED_LIMITS) ?? '') ?? [];
  const { rules, problems } = readVtimezone(read?.[2][0] as JcalComponent);
  expect(problems).toEqual([]);
  return { rules: rules as ZoneRules };
}

it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kathmandu'])(
  'the clock of a VTIMEZONE of %s shows what its rules say, and what the zone does',
  (name) => {
    const { rules } = definitionOf(vtimezone(name, Date.UTC(2026, 5, 1))!.toString());
    const [clock, zone] = [clockOfRules(rules), openZone(name)!];
    for (let wall = Date.UTC(2025, 6, 1); wall < Date.UTC(2027, 6, 1); wall += HOUR / 2) {
      const at = instantOf(clock, wall);
      if (at !== instantByRules(rules, wall))
        expect(`${wall} ${at}`).toBe(`${wall} ${instantByRules(rules, wall)}`);
      if (at !== instantOf(zone, wall)) expect(`${wall} ${at}`).toBe(`${wall} ${instantOf(zone, wall)}`);
      if (clock.offsetAt(at) !== zone.offsetAt(at))
        expect(`${at} ${clock.offsetAt(at)}`).toBe(`${at} ${zone.offsetAt(at)}`);
    }
  },
);
