import type { InboundStore } from '../activities/inbound/ports.ts';
import {
  listMessages,
  messageById,
  type MessageFilter,
  type MessageView,
} from '../adapters/postgres/inbound/message-views.ts';
import { isUuid } from '../domain/uuid.ts';
import type { Actor } from '../policies/actor.ts';
import { may } from '../policies/may.ts';
import { NotPermitted } from '../policies/not-permitted.ts';
import type { QueryDeps } from './deps.ts';

export type { MessageView } from '../adapters/postgres/inbound/message-views.ts';

type Deps = Pick<QueryDeps, 'knex'>;

interface Named {
  tenantId: string;
  id: string;
}

/** What came in for a tenant and what was decided about it, the newest first. @throws NotPermitted */
export async function messagesFor(
  { knex }: Deps,
  actor: Actor,
  tenantId: string,
  filter: MessageFilter,
): Promise<MessageView[]> {
  if (!may(actor, 'messages.see', { tenantId })) throw new NotPermitted('The tenant');
  return listMessages(knex, tenantId, filter);
}

/** One message. @throws NotPermitted also where there is none of this id */
export async function messageFor(
  { knex }: Deps,
  actor: Actor,
  { tenantId, id }: Named,
): Promise<MessageView> {
  const message = isUuid(id) ? await messageById(knex, tenantId, id) : null;
  if (!message || !may(actor, 'messages.see', { tenantId })) throw new NotPermitted('The message');
  return message;
}

/** Every byte of a message as it came in. @throws NotPermitted, ContentRemoved */
export async function rawMessageFor(
  deps: Deps & { inbound: { store: Pick<InboundStore, 'stored'> } },
  actor: Actor,
  named: Named,
): Promise<Buffer> {
  const { id } = await messageFor(deps, actor, named);
  return (await deps.inbound.store.stored(id)).raw;
}
