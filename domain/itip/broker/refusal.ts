/**
 * Why a change of a calendar object is not made: the names of the preconditions of RFC 6638 §3.2.4, which the server answers with
 * (`CALDAV:` in front).
 */
export type SchedulingRefusal =
  /** §3.2.4.2: its components name different organizers. */
  | 'same-organizer-in-all-components'
  /** §3.2.4.3: the organizer gives the event to somebody who cannot get it. */
  | 'allowed-organizer-scheduling-object-change'
  /** §3.2.4.4: an attendee changes what is the organizer's. */
  | 'allowed-attendee-scheduling-object-change';

/** Why a message changes nothing. The codes are stable. */
export type IgnoredBecause =
  | 'no-method'
  /** No VEVENT or VTODO, or no UID. */
  | 'no-component'
  | 'no-organizer'
  | 'method-not-supported'
  /** A PUBLISH invites nobody (RFC 5546 §3.2.1). */
  | 'published'
  /** What is known is as new or newer (RFC 5546 §2.1.5). */
  | 'stale'
  /** It says what is known already. */
  | 'nothing-new'
  /** The owner is not among its attendees. */
  | 'not-invited'
  /** An answer of somebody who was not invited. */
  | 'attendee-not-invited'
  /** An answer without an ATTENDEE, or of several. */
  | 'attendee-unclear'
  /** It is to be kept: it means something once the event is known. */
  | 'unknown-event'
  /** As that, of an instance. */
  | 'unknown-instance'
  /** It is the owner's own. */
  | 'own-message'
  /** The owner's copy says that a program of theirs, or nobody, schedules it (RFC 6638 §7.1). */
  | 'left-to-client'
  /** It names another organizer than the event that is known. */
  | 'organizer-differs'
  /** The owner declined and deleted it; it says nothing that would ask them again. */
  | 'declined-before'
  | 'time-missing';
