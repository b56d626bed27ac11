import { objectsIn, type StoredObject } from '../../adapters/postgres/calendars/stored-objects.ts';
import { messagesIn, type ScheduleMessage } from '../../adapters/postgres/calendars/messages.ts';
import type { CompFilter } from '../../domain/calendar-query/filter.ts';
import { matches } from '../../domain/calendar-query/matches.ts';
import { readObject } from '../../domain/ical/calendar-object.ts';
import type { TimeRange } from '../../domain/time/instant.ts';
import type { Clock } from '../../domain/time/zone.ts';
import { demand } from '../../policies/missing-privilege.ts';
import type { QueryDeps } from '../deps.ts';
import type { SeenCollection } from './collections.ts';

type Deps = Pick<QueryDeps, 'knex'>;

/** The objects of a calendar that all filters hold of, by name; only those are read whose time may be asked for. @throws MissingPrivilege */
export async function matchingObjects(
  { knex }: Deps,
  calendar: SeenCollection,
  filters: readonly CompFilter[],
  floating: Clock,
): Promise<StoredObject[]> {
  demand(calendar, 'read');
  const candidates = await objectsIn(knex, calendar.id, narrowingOf(filters));
  if (filters.every(saysNothing)) return candidates;
  return candidates.filter(({ raw }) => holds(raw, filters, floating));
}

/** The same of what arrived. @throws MissingPrivilege */
export async function matchingMessages(
  { knex }: Deps,
  inbox: SeenCollection,
  filters: readonly CompFilter[],
  floating: Clock,
): Promise<ScheduleMessage[]> {
  demand(inbox, 'read');
  const all = await messagesIn(knex, inbox.id);
  return filters.every(saysNothing) ? all : all.filter(({ raw }) => holds(raw, filters, floating));
}

function holds(raw: string, filters: readonly CompFilter[], floating: Clock): boolean {
  const object = readObject(raw, { floating, isMessage: true });
  return !('problem' in object) && matches(object, filters, { floating });
}

/** Every object is a VCALENDAR. */
const saysNothing = ({ name, isNotDefined, timeRange, props = [], comps = [] }: CompFilter): boolean =>
  name === 'VCALENDAR' && !isNotDefined && !timeRange && props.length + comps.length === 0;

/**
 * What of filters the database can tell: of which component an object has to be, and when. Alarms may go off long before their
 * event, and those of tasks count from more than their times, so that these narrow nothing.
 */
function narrowingOf(filters: readonly CompFilter[]): { component?: string; range?: TimeRange } {
  const wanted = filters.flatMap((filter) => (filter.name === 'VCALENDAR' ? (filter.comps ?? []) : [filter]));
  const needed = wanted.filter(({ isNotDefined, name }) => !isNotDefined && name !== 'VTIMEZONE');
  const [first] = needed;
  const range = needed.find(({ timeRange, name }) => timeRange && name === 'VEVENT')?.timeRange;
  return {
    ...(first && needed.every(({ name }) => name === first.name) ? { component: first.name } : {}),
    ...(range ? { range } : {}),
  };
}
