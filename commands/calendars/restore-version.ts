import { versionIn } from '../../adapters/postgres/calendars/versions.ts';
import { demand } from '../../policies/missing-privilege.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { Member, SeenCollection } from '../../queries/calendars/collections.ts';
import { putObject } from './put-object.ts';
import type { CalendarDeps } from './scheduling/deps.ts';

/**
 * Lets an object be again as it was before it was overwritten or deleted; what is there now is kept in its turn. Nobody is told of it.
 *
 * @param member who asks for it
 * @param versionId of the calendar
 * @returns the last part of its address
 * @throws MissingPrivilege; NotPermitted where there is none, or no more; CalendarRefusal
 */
export async function restoreVersion(
  deps: CalendarDeps,
  { calendar, member, versionId }: { calendar: SeenCollection; member: Member; versionId: string },
): Promise<string> {
  demand(calendar, 'read');
  const version = await versionIn(deps.knex, calendar.id, versionId);
  if (!version) throw new NotPermitted('The version');
  await putObject(deps, {
    calendar,
    member,
    name: version.name,
    text: version.raw,
    expected: {},
    silent: true,
    hrefOf: (name) => name,
  });
  return version.name;
}
