import { OBJECT_LIMITS, type ObjectLimits } from '../../domain/ical/calendar-object.ts';

/** The largest object that is stored, in bytes (CALDAV:max-resource-size, RFC 4791 §5.2.5). */
export const MOST_OBJECT_BYTES = 1024 * 1024;
/** What is in one object (RFC 4791 §5.2.8, §5.2.9). */
export const STORED_LIMITS: ObjectLimits = { ...OBJECT_LIMITS, characters: MOST_OBJECT_BYTES };
/** The calendars of one principal. */
export const MOST_CALENDARS = 200;
