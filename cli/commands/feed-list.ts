import { FEED_STATUSES, feedsFor, type FeedStatus, type FeedView } from '../../queries/operations/feeds.ts';
import type { ListOptions } from '../operating-options.ts';
import { moment, sayTable, type Columns } from '../table.ts';
import { operatedTenant, OPERATOR, withParley } from './with-parley.ts';

export type FeedListOptions = ListOptions<FeedStatus>;

const COLUMNS: Columns<FeedView> = {
  room: ({ room }) => room,
  status: ({ status }) => status,
  reason: ({ reason }) => reason,
  'last sync': ({ lastSyncAt }) => moment(lastSyncAt),
  every: ({ intervalMinutes }) => `${intervalMinutes} min`,
  events: ({ events }) => events,
  unreadable: ({ problems }) => problems,
  address: ({ maskedUrl }) => maskedUrl,
};

/** `parley feeds list` */
export const listFeeds = ({ status, since, limit, tenant, json }: FeedListOptions): Promise<void> =>
  withParley(async (parley) => {
    const filter = { statuses: status ?? FEED_STATUSES, sinceMs: since, limit };
    const feeds = await feedsFor(parley, OPERATOR, await operatedTenant(parley, tenant), filter);
    const empty = status || since ? 'There is no such feed.' : 'No room follows a calendar.';
    sayTable(feeds, { columns: COLUMNS, json, empty });
  });
