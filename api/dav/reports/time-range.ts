import type { XmlElement } from '../../../adapters/xml/element.ts';
import { wallMs } from '../../../domain/time/zone.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { conditionFailed, DavError } from '../dav-error.ts';
import { C } from '../names.ts';

const UTC_TIME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** A date with UTC time (RFC 5545 §3.3.5). @throws DavError 400 */
export function utcTime(text: string): number {
  const [, ...parts] = UTC_TIME.exec(text.trim()) ?? [];
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN] = parts.map(Number);
  const isTime =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 23 && minute <= 59 && second <= 60;
  if (!isTime) throw conditionFailed(C('valid-filter'), 400);
  return wallMs(year, month, day, hour, minute, second);
}

/** A window with both ends (RFC 4791 §9.9). @throws DavError 400 */
export function closedRange({ attributes: { start, end } }: XmlElement): TimeRange {
  if (start === undefined || end === undefined) throw new DavError(400);
  const range = { startMs: utcTime(start), endMs: utcTime(end) };
  if (range.endMs <= range.startMs) throw new DavError(400);
  return range;
}
