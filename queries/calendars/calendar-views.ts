import { grantsOfEach } from '../../adapters/postgres/calendars/grants.ts';
import { deletedCalendars, type DeletedCalendar } from '../../adapters/postgres/calendars/write-calendar.ts';
import { COLOUR_PROPERTY, colourIn } from '../../adapters/xml/colour.ts';
import { grantOfAll, type Grant } from '../../policies/privileges.ts';
import { accessOf, type Access } from '../../policies/sharing.ts';
import type { QueryDeps } from '../deps.ts';
import { bringBackSince, type KeptFor } from './bring-back.ts';
import { collectionsFor, type Member, type SeenCollection } from './collections.ts';

export type { DeletedCalendar } from '../../adapters/postgres/calendars/write-calendar.ts';

type Deps = Pick<QueryDeps, 'knex'>;

/** What somebody besides its owner may do with a calendar. */
export interface Share {
  principalId: string;
  /** Null: what a calendar program granted them is none of the usual steps. */
  access: Access | null;
}

/** A calendar as people see it. */
export interface CalendarView {
  id: string;
  /** Whose it is. */
  principalId: string;
  ownerName: string | null;
  segment: string;
  name: string | null;
  /** As #rrggbb; null: none was chosen. */
  colour: string | null;
  /** IANA name. */
  timezone: string;
  transparent: boolean;
  isDefault: boolean;
  /** What whoever looks may do. */
  access: 'owner' | Access;
  /** What everybody who is signed in may do; null: nothing. */
  everybody: Access | null;
  /** Of one's own calendar: with whom it is shared. */
  shares: Share[];
}

/** The calendars of a member, and those of others that were shared with them. */
export async function calendarsOf(deps: Deps, member: Member): Promise<CalendarView[]> {
  const all = await collectionsFor(deps, member, member.principalId);
  return viewsOf(
    deps,
    all.filter(({ kind, privileges }) => kind === 'calendar' && privileges.has('read')),
  );
}

/** One of them. */
export async function viewOf(deps: Deps, calendar: SeenCollection): Promise<CalendarView> {
  const [view] = await viewsOf(deps, [calendar]);
  if (!view) throw new Error('a calendar has no view');
  return view;
}

async function viewsOf({ knex }: Deps, calendars: readonly SeenCollection[]): Promise<CalendarView[]> {
  const own = calendars.filter(isOwn).map(({ id }) => id);
  const grants = await grantsOfEach(knex, own);
  return calendars.map((calendar) => viewWith(calendar, grants.get(calendar.id) ?? []));
}

const isOwn = ({ privileges }: SeenCollection): boolean => privileges.has('all');

function viewWith(calendar: SeenCollection, grants: readonly Grant[]): CalendarView {
  const { id, principalId, ownerName, segment, name, timezone, transparent, isDefault } = calendar;
  return {
    ...{ id, principalId, ownerName, segment, name, timezone, transparent, isDefault },
    colour: colourIn(calendar.properties[COLOUR_PROPERTY]),
    access: isOwn(calendar) ? 'owner' : (accessOf([...calendar.privileges]) ?? 'read'),
    everybody: accessOf(grantOfAll(calendar)),
    shares: grants.flatMap(({ principalId: grantee, privileges }) =>
      grantee === null || privileges.length === 0
        ? []
        : [{ principalId: grantee, access: accessOf(privileges) }],
    ),
  };
}

/** Calendars of a member that can be brought back, the last one first. */
export const deletedCalendarsOf = (
  { knex, ...kept }: Deps & KeptFor,
  { principalId }: Member,
): Promise<DeletedCalendar[]> => deletedCalendars(knex, principalId, bringBackSince(kept));
