import { heldAnswer, type HeldView } from '../adapters/postgres/inbound/held.ts';
import { findLink, type LinkView } from '../adapters/postgres/links.ts';
import { isFor } from '../policies/link-holder.ts';
import type { QueryDeps } from './deps.ts';

export type { HeldView, Remembering } from '../adapters/postgres/inbound/held.ts';
export type { LinkProposal, LinkView } from '../adapters/postgres/links.ts';

type Deps = Pick<QueryDeps, 'knex'>;

/** What whoever has the token may know of its link and meeting, whatever the link is for; null: it opens none. */
export const linkOf = ({ knex }: Deps, token: string): Promise<LinkView | null> => findLink(knex, token);

/** The answer that a link asks its holder about; null when it asks about none. */
export const heldAnswerOf = async ({ knex }: Deps, link: LinkView): Promise<HeldView | null> =>
  isFor(link, 'confirm') ? heldAnswer(knex, link.id) : null;
