import type { JcalComponent } from '../../ical/parse-calendars.ts';
import type { Instant } from '../../time/instant.ts';
import type { ItipMessage } from './messages.ts';
import type { IgnoredBecause } from './refusal.ts';

/** How an attendee answered. */
export interface Answered {
  attendee: string;
  /** In upper case. */
  partstat: string;
  /** The instance, by RECURRENCE-ID as an instant; null: all of it. */
  recurrenceId: Instant | null;
  comment: string;
  /** Whom they send, by address. */
  delegatedTo: readonly string[];
}

/** Another time that an attendee proposes; nothing is changed by it. */
export interface Proposal {
  attendee: string;
  uid: string;
  recurrenceId: Instant | null;
  sequence: number;
  /** Instants; days and floating times as if in UTC. */
  startMs: Instant;
  endMs: Instant;
  allDay: boolean;
  note: string;
  /** The event as it is proposed. */
  component: JcalComponent;
}

/** What becomes of a message. `messages` are to be sent in any case. */
export type Outcome =
  | {
      kind: 'stored';
      /** `answered`: an attendee's answer in the organizer's object; `cancelled`: all or some of it. */
      change: 'created' | 'updated' | 'cancelled' | 'answered';
      /** What is to be stored in place of what is there. */
      object: JcalComponent;
      recurrenceIds: (Instant | null)[];
      /** The owner is asked for an answer (again). */
      asks: boolean;
      answers: Answered[];
      /** False: nothing but how others answered is another (RFC 6638 §3.2.10). */
      scheduleTagChanges: boolean;
      messages: ItipMessage[];
    }
  /** To be shown to the organizer; `acceptCounter` or `declineCounter` is next. */
  | { kind: 'proposal'; proposals: Proposal[]; messages: ItipMessage[] }
  /** The organizer keeps the time; nothing is changed. */
  | { kind: 'proposal-declined'; recurrenceIds: (Instant | null)[]; note: string; messages: ItipMessage[] }
  /** Somebody asked for the newest version: it is among the messages. */
  | { kind: 'refresh'; attendee: string; messages: ItipMessage[] }
  | {
      kind: 'ignored';
      reason: IgnoredBecause;
      messages: ItipMessage[];
      /** What the owner deleted, in its newest version: it takes the place of the one that is remembered. */
      deleted?: JcalComponent;
    };

export const ignored = (
  reason: IgnoredBecause,
  messages: ItipMessage[] = [],
): Extract<Outcome, { kind: 'ignored' }> => ({
  kind: 'ignored',
  reason,
  messages,
});
