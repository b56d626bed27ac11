import { removeMessage } from '../../adapters/postgres/calendars/messages.ts';
import { demand } from '../../policies/missing-privilege.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { SeenCollection } from '../../queries/calendars/collections.ts';
import type { CommandDeps } from '../deps.ts';

/** Removes a message from an inbox, which was seen to (RFC 6638 §4.3). @throws MissingPrivilege, NotPermitted */
export async function deleteMessage(
  { knex }: Pick<CommandDeps, 'knex'>,
  { inbox, name }: { inbox: SeenCollection; name: string },
): Promise<void> {
  demand(inbox, 'unbind');
  if (!(await removeMessage(knex, inbox.id, name))) throw new NotPermitted('The message');
}
