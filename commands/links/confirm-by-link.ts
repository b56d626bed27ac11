import { setTimeout as wait } from 'node:timers/promises';
import { settleHeld } from '../../adapters/postgres/inbound/held.ts';
import { heldProblem } from '../../domain/meeting/held.ts';
import { heldAnswerOf, type Remembering } from '../../queries/links.ts';
import type { CommandDeps } from '../deps.ts';
import { refuseLink, spending, type LinkDeps } from './link-uses.ts';
import { openLink } from './open-link.ts';

export interface ConfirmInput {
  token: string;
  /** Whether the attendee says that the answer is theirs. */
  confirmed: boolean;
  /** For how long the sender's address is one of the attendee's. */
  remember: Remembering;
}

/** How long the meeting's decision is waited for; then the page says that it was passed on. */
const PATIENCE_MS = 2_000;
const PAUSE_MS = 100;

/**
 * Lets an answer count that came in an attendee's name, or not, by their own word. What could not count any more is
 * left as it is: its page tells why.
 *
 * @throws LinkProblem
 */
export async function confirmByLink(
  deps: LinkDeps & Pick<CommandDeps, 'inbound'>,
  input: ConfirmInput,
): Promise<void> {
  const link = await openLink(deps, input.token, 'confirm');
  const nowMs = deps.clock.nowMs();
  if (link.usedMs !== null) throw await refuseLink(deps, 'link-used', link);
  if (link.expiresMs <= nowMs) throw await refuseLink(deps, 'link-expired', link);
  const { confirmed, remember } = input;
  const held = await heldAnswerOf(deps, link);
  if (confirmed && held !== null && heldProblem(held, link.meeting, nowMs) !== null) return;
  const { spent, pending } = await spending(deps, link, 'spent', () =>
    settleHeld(deps.knex, { linkId: link.id, confirmed, remember, nowMs }),
  );
  if (!spent) throw await refuseLink(deps, 'link-used', link);
  if (pending === null) return;
  await deps.inbound.relay(pending);
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && (await heldAnswerOf(deps, link))?.became === null) {
    await wait(PAUSE_MS);
  }
}
