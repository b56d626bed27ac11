import { listFeeds, type FeedFilter, type FeedView } from '../../adapters/postgres/operations/feeds.ts';
import type { Actor } from '../../policies/actor.ts';
import type { QueryDeps } from '../deps.ts';
import { permitOperations, type OperatedTenant } from './permit.ts';

export { FEED_STATUSES, type FeedStatus, type FeedView } from '../../adapters/postgres/operations/feeds.ts';

/** The calendars that rooms follow, those that fail first. @throws NotPermitted */
export async function feedsFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  tenantId: OperatedTenant,
  filter: FeedFilter,
): Promise<FeedView[]> {
  permitOperations(actor, 'operations.see', tenantId);
  return listFeeds(knex, tenantId, filter);
}
