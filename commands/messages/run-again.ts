import { decideStored } from '../../activities/inbound/ingest.ts';
import { messageById, reopenMessage } from '../../adapters/postgres/inbound/message-views.ts';
import { isUuid } from '../../domain/uuid.ts';
import type { Actor } from '../../policies/actor.ts';
import { may } from '../../policies/may.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { CommandDeps } from '../deps.ts';

/**
 * Decides a message that came in once more; what it told its meeting already has no second effect.
 *
 * @throws NotPermitted also where there is none of this id; ContentRemoved
 */
export async function runAgain(
  { knex, inbound }: Pick<CommandDeps, 'knex' | 'inbound'>,
  actor: Actor,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<void> {
  const message = isUuid(id) ? await messageById(knex, tenantId, id) : null;
  if (!message || !may(actor, 'messages.run-again', { tenantId })) throw new NotPermitted('The message');
  // What cannot be read any more stays as it was decided.
  await inbound.store.stored(id);
  await reopenMessage(knex, id);
  await decideStored(inbound, id);
}
