import type { ObjectPrecondition } from '../../domain/ical/object-problem.ts';
import type { SchedulingRefusal } from '../../domain/itip/broker/refusal.ts';

/** Preconditions of RFC 4791, RFC 6638, RFC 6578 and RFC 4918 that commands see to. */
export type CalendarCondition =
  | ObjectPrecondition
  | SchedulingRefusal
  | 'no-uid-conflict'
  | 'default-calendar-needed'
  | 'quota-not-exceeded'
  | 'resource-must-be-null'
  | 'valid-scheduling-message'
  | 'organizer-allowed';

/** Those that are of WebDAV itself; all others are of CalDAV. */
const OF_WEBDAV: ReadonlySet<CalendarCondition> = new Set(['quota-not-exceeded', 'resource-must-be-null']);

/** What somebody asked for breaks a rule of calendars; the codes are the names of preconditions, and stable. */
export class CalendarRefusal extends Error {
  readonly code: CalendarCondition;
  readonly status: number;
  /** What is in the way. */
  readonly hrefs: readonly string[];

  constructor(
    code: CalendarCondition,
    { status = 403, hrefs = [] }: { status?: number; hrefs?: readonly string[] } = {},
  ) {
    super(`a calendar refuses it: ${code}`);
    this.name = 'CalendarRefusal';
    this.code = code;
    this.status = status;
    this.hrefs = hrefs;
  }

  get of(): 'webdav' | 'caldav' {
    return OF_WEBDAV.has(this.code) ? 'webdav' : 'caldav';
  }
}

/** What was expected of a resource is not so any more, or not yet (RFC 9110 §13). */
export class ConditionFailed extends Error {
  constructor() {
    super('the resource is not as it was expected');
    this.name = 'ConditionFailed';
  }
}
