import { forgetLearned } from '../../adapters/postgres/inbound/held.ts';
import type { LinkDeps } from './link-uses.ts';
import { openLink } from './open-link.ts';

/**
 * Takes back that an address is one of the attendee's, which a link made it.
 *
 * @throws LinkProblem
 */
export async function forgetByLink(deps: Pick<LinkDeps, 'knex' | 'metrics'>, token: string): Promise<void> {
  const link = await openLink(deps, token, 'confirm');
  await forgetLearned(deps.knex, link.id);
}
