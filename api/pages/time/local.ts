import { DateTime } from 'luxon';

/** What native date and time inputs hold. */
export interface LocalInput {
  /** YYYY-MM-DD */
  date: string;
  /** HH:MM */
  time: string;
}

export type Resolved =
  | { kind: 'instant'; ms: number }
  | { kind: 'invalid' }
  /** The clocks skip this time; `suggestion` is the first one that exists after it. */
  | { kind: 'gap'; suggestion: LocalInput };

const FORMAT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/;
const MINUTE_MS = 60_000;

/** The instant of a local time in a zone. One that happens twice is taken the first time (see `happensTwice`). */
export function resolveLocal(input: LocalInput, zone: string): Resolved {
  const parts = FORMAT.exec(`${input.date}T${input.time}`)?.slice(1).map(Number);
  if (!parts) return { kind: 'invalid' };
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  const utc = DateTime.utc(year, month, day, hour, minute);
  if (!utc.isValid || hour > 23 || year < 1970 || year > 9998) return { kind: 'invalid' };
  const local = DateTime.fromObject({ year, month, day, hour, minute }, { zone });
  if (local.hour !== hour || local.minute !== minute || local.day !== day) {
    return { kind: 'gap', suggestion: localOf(endOfGap(utc.toMillis(), zone), zone) };
  }
  return { kind: 'instant', ms: firstOf(local).toMillis() };
}

/** Whether the clock of a zone shows this instant's time twice, because it is turned back; and which of them this is. */
export function happensTwice(ms: number, zone: string): 'first' | 'second' | null {
  const possible = DateTime.fromMillis(ms, { zone }).getPossibleOffsets();
  if (possible.length < 2) return null;
  return Math.min(...possible.map((one) => one.toMillis())) === ms ? 'first' : 'second';
}

/** An instant as the inputs show it. */
export function localOf(ms: number, zone: string): LocalInput {
  const local = DateTime.fromMillis(ms, { zone });
  return { date: local.toFormat('yyyy-MM-dd'), time: local.toFormat('HH:mm') };
}

const firstOf = (local: DateTime): DateTime =>
  local.getPossibleOffsets().reduce((first, one) => (one < first ? one : first), local);

/** The instant at which the clocks jump over a local time, found between the two readings of it. */
function endOfGap(localAsUtcMs: number, zone: string): number {
  const offsetAt = (ms: number) => DateTime.fromMillis(ms, { zone }).offset;
  let before = localAsUtcMs - 26 * 60 * MINUTE_MS;
  let after = localAsUtcMs + 26 * 60 * MINUTE_MS;
  const offsetBefore = offsetAt(before);
  while (after - before > MINUTE_MS) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetAt(middle) === offsetBefore) before = middle;
    else after = middle;
  }
  return after;
}
