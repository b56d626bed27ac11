import type { RuleProblem } from '../recurrence/parse-rule.ts';

/** Why a text is not stored as a calendar object; what each leads to is `PRECONDITIONS`. */
export type ObjectProblemCode =
  | RuleProblem
  /** It has characters that neither iCalendar nor XML can carry: NUL, other controls, halves of characters. */
  | 'character-forbidden'
  | 'too-large'
  | 'too-many-components'
  /** No VCALENDAR, or something beside it that is no content line, or BEGIN and END that do not match. */
  | 'not-icalendar'
  /** A content line that does not follow the grammar. */
  | 'line-unreadable'
  | 'version-unsupported'
  | 'calscale-unsupported'
  | 'several-calendars'
  | 'method-present'
  | 'no-component'
  | 'component-unsupported'
  | 'several-components'
  | 'uid-missing'
  | 'uid-too-long'
  | 'several-uids'
  | 'several-masters'
  | 'start-missing'
  | 'time-unreadable'
  /** A TZID that is no known name, without a VTIMEZONE that says what it is. */
  | 'zone-unknown'
  | 'before-first-date'
  | 'rule-never-matches'
  | 'rule-too-costly'
  | 'too-many-rules'
  | 'too-many-instances'
  | 'too-many-attendees';

/** A precondition of PUT, without its namespace, which is CalDAV's (RFC 4791 §5.3.2.1). */
export type ObjectPrecondition =
  | 'supported-calendar-data'
  | 'valid-calendar-data'
  | 'valid-calendar-object-resource'
  | 'supported-calendar-component'
  | 'max-resource-size'
  | 'min-date-time'
  | 'max-instances'
  | 'max-attendees-per-instance';

export interface ObjectProblem {
  code: ObjectProblemCode;
  precondition: ObjectPrecondition;
  /** In upper case: where it is wrong; null: the object as a whole. */
  property: string | null;
}

const PRECONDITIONS: Readonly<Record<ObjectProblemCode, ObjectPrecondition>> = {
  'character-forbidden': 'valid-calendar-data',
  'too-large': 'max-resource-size',
  'too-many-components': 'max-instances',
  'not-icalendar': 'valid-calendar-data',
  'line-unreadable': 'valid-calendar-data',
  'version-unsupported': 'supported-calendar-data',
  'calscale-unsupported': 'supported-calendar-data',
  'several-calendars': 'valid-calendar-object-resource',
  'method-present': 'valid-calendar-object-resource',
  'no-component': 'valid-calendar-object-resource',
  'component-unsupported': 'supported-calendar-component',
  'several-components': 'valid-calendar-object-resource',
  'uid-missing': 'valid-calendar-object-resource',
  'uid-too-long': 'valid-calendar-object-resource',
  'several-uids': 'valid-calendar-object-resource',
  'several-masters': 'valid-calendar-object-resource',
  'start-missing': 'valid-calendar-object-resource',
  'time-unreadable': 'valid-calendar-data',
  'zone-unknown': 'valid-calendar-data',
  'before-first-date': 'min-date-time',
  'rule-unreadable': 'valid-calendar-data',
  'rule-part-unknown': 'valid-calendar-data',
  'rule-value-invalid': 'valid-calendar-data',
  'rule-parts-conflict': 'valid-calendar-data',
  'rscale-unsupported': 'supported-calendar-data',
  'rule-never-matches': 'valid-calendar-object-resource',
  'rule-too-costly': 'max-instances',
  'too-many-rules': 'max-instances',
  'too-many-instances': 'max-instances',
  'too-many-attendees': 'max-attendees-per-instance',
};

export const objectProblem = (code: ObjectProblemCode, property: string | null = null): ObjectProblem => ({
  code,
  precondition: PRECONDITIONS[code],
  property,
});
