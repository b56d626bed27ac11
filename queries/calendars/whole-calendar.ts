import ICAL from 'ical.js';
import { objectsIn } from '../../adapters/postgres/calendars/stored-objects.ts';
import { refold } from '../../domain/ical/fold.ts';
import { readObject } from '../../domain/ical/calendar-object.ts';
import { textOf } from '../../domain/ical/jcal.ts';
import type { JcalComponent } from '../../domain/ical/parse-calendars.ts';
import { demand } from '../../policies/missing-privilege.ts';
import type { QueryDeps } from '../deps.ts';
import type { SeenCollection } from './collections.ts';

/** All objects of a calendar as one iCalendar text, with each VTIMEZONE once. @throws MissingPrivilege */
export async function wholeCalendar(
  { knex }: Pick<QueryDeps, 'knex'>,
  calendar: SeenCollection,
): Promise<string> {
  demand(calendar, 'read');
  const zones = new Map<string, JcalComponent>();
  const parts: JcalComponent[] = [];
  for (const { raw } of await objectsIn(knex, calendar.id)) {
    const object = readObject(raw);
    if ('problem' in object) continue;
    for (const component of object.calendar[2]) {
      if (component[0] === 'vtimezone') zones.set(textOf(component, 'tzid'), component);
      else parts.push(component);
    }
  }
  const named = calendar.name === null ? [] : [['x-wr-calname', {}, 'unknown', calendar.name]];
  const head = [['prodid', {}, 'text', '-//Parley//Parley//EN'], ['version', {}, 'text', '2.0'], ...named];
  return refold(ICAL.stringify(['vcalendar', head, [...zones.values(), ...parts]] as never));
}
