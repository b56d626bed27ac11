/** Preconditions of RFC 4791, RFC 6638, RFC 6578 and RFC 4918 that commands see to. */
export type CalendarCondition =
  | 'no-uid-conflict'
  | 'supported-calendar-data'
  | 'valid-calendar-data'
  | 'valid-calendar-object-resource'
  | 'supported-calendar-component'
  | 'max-resource-size'
  | 'min-date-time'
  | 'max-instances'
  | 'max-attendees-per-instance'
  | 'calendar-collection-location-ok'
  | 'valid-calendar-timezone'
  | 'default-calendar-needed'
  | 'quota-not-exceeded'
  | 'resource-must-be-null'
  | 'same-organizer-in-all-components'
  | 'allowed-organizer-scheduling-object-change'
  | 'allowed-attendee-scheduling-object-change'
  | 'unique-scheduling-object-resource'
  | 'valid-scheduling-message'
  | 'organizer-allowed'
  | 'cannot-modify-protected-property';

/** Those that are of WebDAV itself; all others are of CalDAV. */
const OF_WEBDAV: ReadonlySet<CalendarCondition> = new Set([
  'quota-not-exceeded',
  'resource-must-be-null',
  'cannot-modify-protected-property',
]);

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
