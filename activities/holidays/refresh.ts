import { nextReading, readingAfterFailure } from '../../domain/feeds/holiday-times.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DueHolidays, HolidayPorts } from './ports.ts';
import { readHolidaysAt } from './read.ts';

/**
 * Reads every calendar of holidays again that is due, one after the other. What is wrong with one or its server is recorded,
 * and its days stay; it is tried again later, as it is after a death in the middle.
 *
 * @throws ReadingBusy, and what is a fault of ours; then it is tried again later, too
 */
export async function refreshHolidays(ports: HolidayPorts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const nowMs = ports.clock.nowMs();
    const due = await ports.store.claimDue(nowMs, readingAfterFailure(nowMs, nowMs));
    if (due === null) return;
    await refresh(ports, due, nowMs);
  }
}

async function refresh(ports: HolidayPorts, due: DueHolidays, startedMs: Instant): Promise<void> {
  const { urls, store, clock } = ports;
  const url = urls.open(due.url.sealed, due.url.keyId);
  const read = await readHolidaysAt(ports, { url, owner: due.owner }, startedMs);
  const nowMs = clock.nowMs();
  if (typeof read !== 'string') return store.write(due, read, { nowMs, nextMs: nextReading(nowMs) });
  const sinceMs = due.failingSinceMs ?? startedMs;
  await store.recordFailure(due, read, { sinceMs, nextMs: readingAfterFailure(nowMs, sinceMs) });
}
