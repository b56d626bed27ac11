import { collectionById } from '../../adapters/postgres/calendars/collections.ts';
import { principalById } from '../../adapters/postgres/people/principals.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { permit } from '../../policies/permit.ts';
import type { QueryDeps } from '../deps.ts';
import { collectionOfId, nobodyIn, type Member, type SeenCollection } from './collections.ts';

type Deps = Pick<QueryDeps, 'knex'>;

interface Named {
  tenantId: string;
  id: string;
}

/** As whom somebody sees to the calendars of a principal: a member to their own, a key of the tenant to anybody's. @throws NotPermitted */
export async function actingFor({ knex }: Deps, actor: Actor, { tenantId, id }: Named): Promise<Member> {
  const principal = permit(
    actor,
    'calendars.change',
    await principalById(knex, tenantId, id),
    'The principal',
  );
  return { kind: 'member', tenantId, principalId: principal.id };
}

/**
 * A calendar that somebody may look into: their own, one that was shared with them, or with a key any of the tenant.
 *
 * @throws NotPermitted
 */
export async function calendarFor(
  deps: Deps,
  actor: Actor,
  { tenantId, id }: Named,
): Promise<{ member: Member; calendar: SeenCollection }> {
  const member = actor.kind === 'member' ? actor : await actingForOwner(deps, actor, { tenantId, id });
  const calendar = member.tenantId === tenantId ? await collectionOfId(deps, member, id) : null;
  if (calendar?.kind !== 'calendar' || !calendar.privileges.has('read'))
    throw new NotPermitted('The calendar');
  return { member, calendar };
}

async function actingForOwner(deps: Deps, actor: Actor, { tenantId, id }: Named): Promise<Member> {
  const found = await collectionById(deps.knex, { tenantId, readerId: nobodyIn(tenantId).principalId }, id);
  if (!found) throw new NotPermitted('The calendar');
  return actingFor(deps, actor, { tenantId, id: found.principalId });
}
