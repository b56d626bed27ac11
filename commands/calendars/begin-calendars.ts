import { ensureHome } from '../../adapters/postgres/calendars/home.ts';
import { principalById } from '../../adapters/postgres/people/principals.ts';
import type { Texts } from '../../adapters/texts/texts.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';

/** Gives a principal a calendar, an inbox and an outbox, where they have none yet. @throws NotPermitted */
export async function beginCalendars(
  { knex, texts }: Pick<CommandDeps, 'knex'> & { texts: Texts },
  actor: Actor,
  { tenantId, principalId }: { tenantId: string; principalId: string },
): Promise<void> {
  const principal = permit(
    actor,
    'calendars.change',
    await principalById(knex, tenantId, principalId),
    'The principal',
  );
  const name = texts.wordingFor(principal.language).t('calendar.first');
  await ensureHome(knex, { tenantId, principalId }, name);
}
