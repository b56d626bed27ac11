/** What happened in a meeting's story, as stable words. */
export const TIMELINE_WORDS = [
  'held',
  /** Nobody booked what was held. */
  'hold-ended',
  /** The hosts are asked whether they take the booking. */
  'booking-requested',
  'booking-approved',
  'booking-declined',
  'booking-expired',
  'booked',
  'never-booked',
  'attendee-added',
  'attendee-removed',
  /** Another host has it. */
  'reassigned',
  'invited-again',
  'accepted',
  'tentative',
  'declined',
  /** Of one of many guests, who declined. */
  'seat-freed',
  'stale-answer',
  'delegation-refused',
  'proposed',
  'proposal-replaced',
  'proposal-withdrawn',
  /** By one of several who are asked. */
  'proposal-agreed',
  'proposal-approved',
  'proposal-declined',
  'proposal-expired',
  'proposal-refused',
  'proposals-used-up',
  'links-used-up',
  'refreshes-used-up',
  'questions-used-up',
  'link-requested',
  'moved',
  'cancelled',
  /** In the calendar of its room. */
  'appeared',
  'renamed',
  /** From the calendar, while people were inside. */
  'removed',
  'opened',
  'room-ready',
  /** Closed until shortly before the start. */
  'room-let-go',
  'started',
  'joined',
  'left',
  'room-closed',
  'delivery-failed',
  'bounced',
  'answer-held',
  'refreshed',
  'reminded',
  /** A reminder was not sent: nobody worked while it would have been of use. */
  'reminder-late',
  'wrote',
] as const;

export type TimelineWord = (typeof TIMELINE_WORDS)[number];
