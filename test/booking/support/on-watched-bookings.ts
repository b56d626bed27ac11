import { afterAll, beforeAll } from 'vitest';
import type { Caller } from '../../api/support/caller.ts';
import { startWholeApi, type WholeApi } from '../../api/support/served-api.ts';
import { watchedBookings, type WatchedBookings } from './watched-bookings.ts';

/** A whole API, its first caller, and what is seen of bookings there. */
export interface Watching extends WatchedBookings {
  api: WholeApi;
  us: Caller;
}

/** Starts an API before all tests of a file, and stops it after them. @param take is given it */
export function onWatchedBookings(
  take: (watching: Watching) => void,
  options: Parameters<typeof startWholeApi>[0] = {},
): void {
  let api: WholeApi | undefined;
  beforeAll(async () => {
    api = await startWholeApi(options);
    const us = await api.caller();
    take({ api, us, ...watchedBookings(api, us) });
  });
  afterAll(() => api?.stop());
}
