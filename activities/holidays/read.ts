import type { HolidaysRead } from '../../domain/feeds/holidays.ts';
import { holidayWindow } from '../../domain/feeds/holiday-times.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { NO_VALIDATORS, type FeedFetchProblem } from '../feed/fetching.ts';
import type { HolidayPorts, HolidayReader, HolidaysProblem } from './ports.ts';

/** @returns why not, also when no day of it is to come. @throws ReadingBusy */
export async function readHolidayText(
  { holidays }: { holidays: HolidayReader },
  ics: string,
  nowMs: Instant,
): Promise<HolidaysRead | HolidaysProblem> {
  const read = await holidays.read(ics, holidayWindow(nowMs));
  return typeof read !== 'string' && read.days.length === 0 ? 'no-days' : read;
}

/**
 * What an address has of holidays now.
 *
 * @param from.owner whose fetches are counted together; no address
 * @returns why not, as `readHolidayText` does. @throws ReadingBusy
 */
export async function readHolidaysAt(
  ports: Pick<HolidayPorts, 'reader' | 'holidays'>,
  from: { url: string; owner: string },
  nowMs: Instant,
): Promise<HolidaysRead | HolidaysProblem | FeedFetchProblem> {
  const fetched = await ports.reader.fetch(from.url, from.owner, NO_VALIDATORS);
  if (fetched.kind === 'failed') return fetched.problem;
  // Nobody asked for it: no validators were sent.
  if (fetched.kind === 'not-modified') return 'http-error';
  return readHolidayText(ports, fetched.text, nowMs);
}
