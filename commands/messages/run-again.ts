import type { Understanding } from '../../activities/understanding/decision.ts';
import { decideStored } from '../../activities/inbound/ingest.ts';
import { reopenMessage } from '../../adapters/postgres/inbound/message-views.ts';
import type { Actor } from '../../policies/actor.ts';
import { may } from '../../policies/may.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { messageFor } from '../../queries/messages.ts';
import type { CommandDeps } from '../deps.ts';

/**
 * Decides a message that came in once more; what it told its meeting already has no second effect.
 *
 * @throws NotPermitted also where there is none of this id; ContentRemoved
 */
export async function runAgain(
  deps: Pick<CommandDeps, 'knex' | 'inbound'>,
  actor: Actor,
  named: { tenantId: string; id: string },
): Promise<void> {
  if (!may(actor, 'messages.run-again', named)) throw new NotPermitted('The message');
  const { id } = await messageFor(deps, actor, named);
  await decideAgain(deps, id);
}

/** The same, of a message that was looked up for whoever may have it done. @throws ContentRemoved */
export async function decideAgain(
  { knex, inbound }: Pick<CommandDeps, 'knex' | 'inbound'>,
  id: string,
): Promise<Understanding> {
  // What cannot be read any more stays as it was decided.
  await inbound.store.stored(id);
  await reopenMessage(knex, id);
  return decideStored(inbound, id);
}
