import { linkOf, type LinkView } from '../../queries/links.ts';
import type { LinkPurpose } from '../../domain/meeting/links.ts';
import { isFor } from '../../policies/link-holder.ts';
import { refuseLink, type LinkDeps } from './link-uses.ts';

/**
 * The link of a token, for what is to be done with it; used and expired ones, too.
 *
 * @throws LinkProblem `link-unknown` or `link-foreign`
 */
export async function openLink(
  deps: Pick<LinkDeps, 'knex' | 'metrics'>,
  token: string,
  purpose: LinkPurpose,
): Promise<LinkView> {
  const link = await linkOf(deps, token);
  if (!link) throw await refuseLink(deps, 'link-unknown', null);
  if (!isFor(link, purpose)) throw await refuseLink(deps, 'link-foreign', link);
  return link;
}
