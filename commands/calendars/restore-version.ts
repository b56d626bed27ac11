import { versionIn } from '../../adapters/postgres/calendars/versions.ts';
import { demand } from '../../policies/missing-privilege.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { SeenCollection } from '../../queries/calendars/collections.ts';
import { putObject } from './put-object.ts';
import type { CalendarDeps } from './scheduling/deps.ts';

/**
 * Lets an object be again as it was before it was overwritten or deleted; what is there now is kept in its turn. Nobody is told of it.
 *
 * @param versionId of the calendar
 * @returns the last part of its address
 * @throws MissingPrivilege; NotPermitted where there is none, or no more; CalendarRefusal
 */
export async function restoreVersion(
  deps: CalendarDeps,
  { calendar, versionId }: { calendar: SeenCollection; versionId: string },
): Promise<string> {
  demand(calendar, 'read');
  const version = await versionIn(deps.knex, calendar.id, versionId);
  if (!version) throw new NotPermitted('The version');
  await putObject(deps, {
    calendar,
    member: { kind: 'member', tenantId: calendar.tenantId, principalId: calendar.principalId },
    silent: true,
    name: version.name,
    text: version.raw,
    expected: {},
    hrefOf: (name) => name,
  });
  return version.name;
}
