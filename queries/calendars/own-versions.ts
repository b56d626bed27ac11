import type { VersionPage } from '../../adapters/postgres/calendars/versions.ts';
import type { QueryDeps } from '../deps.ts';
import { collectionsFor, type Member } from './collections.ts';
import { versionsFor, type VersionView } from './versions.ts';

/** An earlier version, and the calendar that it can be brought back into. */
export interface OwnVersion extends VersionView {
  calendarName: string | null;
  /** IANA name. */
  timezone: string;
}

/** What a member can bring back of what was deleted and overwritten, in all calendars that they may change. */
export async function ownVersionsOf(
  deps: Pick<QueryDeps, 'knex'>,
  member: Member,
  page: VersionPage,
): Promise<OwnVersion[]> {
  const all = await collectionsFor(deps, member, member.principalId);
  const calendars = all.filter(
    ({ kind, privileges }) =>
      kind === 'calendar' && privileges.has('read') && privileges.has('write-content'),
  );
  const found = await versionsFor(deps, calendars, page);
  return found.flatMap((version) => {
    const calendar = calendars.find(({ id }) => id === version.calendarId);
    return calendar ? [{ ...version, calendarName: calendar.name, timezone: calendar.timezone }] : [];
  });
}
