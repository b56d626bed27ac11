import type { Retention } from '../../config/index.ts';
import { DAY_MS } from '../../domain/time/calendar-days.ts';
import type { QueryDeps } from '../deps.ts';

/** How long what was deleted is kept. */
export interface KeptFor extends Pick<QueryDeps, 'clock'> {
  config: { retention: Pick<Retention, 'versionsDays'> };
}

/** What was deleted before then cannot be brought back. */
export const bringBackSince = ({ clock, config: { retention } }: KeptFor): Date =>
  new Date(retention.versionsDays === 0 ? 0 : clock.nowMs() - retention.versionsDays * DAY_MS);
