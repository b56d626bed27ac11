import {
  incomingById,
  listIncoming,
  type IncomingFilter,
  type IncomingView,
} from '../../adapters/postgres/operations/incoming-mail.ts';
import {
  listOutgoing,
  outgoingById,
  type OutgoingFilter,
  type OutgoingOwner,
  type OutgoingView,
} from '../../adapters/postgres/operations/outgoing-mail.ts';
import { isUuid } from '../../domain/uuid.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { QueryDeps } from '../deps.ts';
import { permitOperations, type OperatedTenant } from './permit.ts';

export {
  INCOMING_STATUSES,
  UNSETTLED,
  type IncomingStatus,
  type IncomingView,
} from '../../adapters/postgres/operations/incoming-mail.ts';
export {
  OUTGOING_STATUSES,
  UNSENT,
  type OutgoingStatus,
  type OutgoingView,
} from '../../adapters/postgres/operations/outgoing-mail.ts';

type Deps = Pick<QueryDeps, 'knex'>;

/** What goes out, the newest first. @throws NotPermitted */
export async function outgoingMailFor(
  { knex }: Deps,
  actor: Actor,
  tenantId: OperatedTenant,
  filter: OutgoingFilter,
): Promise<OutgoingView[]> {
  permitOperations(actor, 'operations.see', tenantId);
  return listOutgoing(knex, tenantId, filter);
}

/** What came in, the newest first. @throws NotPermitted */
export async function incomingMailFor(
  { knex }: Deps,
  actor: Actor,
  tenantId: OperatedTenant,
  filter: IncomingFilter,
): Promise<IncomingView[]> {
  permitOperations(actor, 'operations.see', tenantId);
  return listIncoming(knex, tenantId, filter);
}

/** A message in either direction. */
export type SeenMail = { direction: 'out'; mail: OutgoingOwner } | { direction: 'in'; mail: IncomingView };

/** One message. @param id anything @throws NotPermitted also where there is none */
export async function mailFor(
  { knex }: Deps,
  actor: Actor,
  tenantId: OperatedTenant,
  id: string,
): Promise<SeenMail> {
  permitOperations(actor, 'operations.see', tenantId);
  const outgoing = isUuid(id) ? await outgoingById(knex, tenantId, id) : null;
  if (outgoing) return { direction: 'out', mail: outgoing };
  const incoming = isUuid(id) ? await incomingById(knex, tenantId, id) : null;
  if (incoming) return { direction: 'in', mail: incoming };
  throw new NotPermitted('The message');
}
