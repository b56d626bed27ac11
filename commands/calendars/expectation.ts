import type { StoredObject } from '../../adapters/postgres/calendars/stored-objects.ts';
import { ConditionFailed } from './refusals.ts';

/** How whoever writes believes that an object is now (RFC 9110 §13.1, RFC 6638 §3.2.10). Tags are without quotes. */
export interface Expectation {
  /** `*`: it is there. */
  ifMatch?: '*' | readonly string[];
  /** `*`: it is not there. */
  ifNoneMatch?: '*' | readonly string[];
  /** Answers of attendees may have come meanwhile, and are kept. */
  ifScheduleTagMatch?: string;
}

/** @throws ConditionFailed */
export function expect(
  { ifMatch, ifNoneMatch, ifScheduleTagMatch }: Expectation,
  existing: Pick<StoredObject, 'etag' | 'scheduleTag'> | null,
): void {
  const isIn = (tags: '*' | readonly string[]): boolean =>
    existing !== null && (tags === '*' || tags.includes(existing.etag));
  if (ifMatch !== undefined && !isIn(ifMatch)) throw new ConditionFailed();
  if (ifNoneMatch !== undefined && isIn(ifNoneMatch)) throw new ConditionFailed();
  if (ifScheduleTagMatch !== undefined && existing?.scheduleTag !== ifScheduleTagMatch)
    throw new ConditionFailed();
}
