import { settleHeld } from '../../adapters/postgres/inbound/held.ts';
import type { ApiDeps } from '../deps.ts';
import { openLink, refuseLink, spending } from './open.ts';

export interface ConfirmInput {
  token: string;
  /** Whether the party says that the answer is its own. */
  confirmed: boolean;
  /** From now on the sender's address is one of the party's. */
  remember: boolean;
}

/**
 * Lets an answer count that came in a party's name, or not, by the party's own word.
 *
 * @throws LinkProblem
 */
export async function confirmByLink(deps: ApiDeps, input: ConfirmInput): Promise<void> {
  const link = await openLink(deps, input.token, 'confirm');
  const nowMs = deps.clock.nowMs();
  if (link.usedMs !== null) throw await refuseLink(deps, 'link-used', link);
  if (link.expiresMs <= nowMs) throw await refuseLink(deps, 'link-expired', link);
  const { confirmed, remember } = input;
  const { spent, pending } = await spending(deps, link, 'spent', () =>
    settleHeld(deps.knex, { linkId: link.id, confirmed, remember, nowMs }),
  );
  if (!spent) throw await refuseLink(deps, 'link-used', link);
  if (pending !== null) await deps.inbound.relay(pending);
}
