import type { Partstat } from '../ical/partstat.ts';
import type { Instant, TimeRange } from '../time/instant.ts';
import { roleOf, type AttendeeId, type Role } from './attendees.ts';
import type { HeldAnswer, MeetingEvent } from './events.ts';
import { withNotes } from './notes.ts';
import {
  isBooking,
  type MeetingState,
  type Proposal,
  type ProposalStatus,
  type TimelineEntry,
  type TimelineWord,
} from './state.ts';

/** Why an event is refused. The codes are stable: the API, the pages and the mails choose their words by them. */
export type RefusalCode = PlainRefusalCode | BusyCode;

/** That attendee is in another meeting then. */
export type BusyCode = `${AttendeeId}-busy`;

export type PlainRefusalCode =
  | 'already-booked'
  | 'not-booked'
  | 'meeting-over'
  | 'meeting-started'
  | 'not-attending'
  | 'last-host'
  | 'too-few-attendees'
  | 'too-many-attendees'
  | 'time-past'
  | 'time-empty'
  | 'time-too-long'
  | 'time-unchanged'
  /** The room that it was booked with is taken then. */
  | typeof ROOM_BUSY
  | 'stale-sequence'
  | 'proposal-gone'
  | 'own-proposal'
  /** The answer of others decides. */
  | 'not-asked'
  | 'already-approved'
  | 'link-used'
  | 'room-not-ready'
  | 'not-in-room'
  | 'not-due'
  | 'too-many-proposals'
  | 'too-many-links'
  | 'too-many-refreshes'
  | 'too-many-questions';

const BUSY = '-busy';
export const ROOM_BUSY = 'room-busy';

/** Who is busy; null: it is refused for another reason. */
export const busyAttendee = (code: RefusalCode): AttendeeId | null =>
  code.endsWith(BUSY) && code !== ROOM_BUSY ? code.slice(0, -BUSY.length) : null;

/** The code for those who tell roles apart, and no attendees. */
export function generalCode(code: RefusalCode): PlainRefusalCode | `${Role}-busy` {
  const busy = busyAttendee(code);
  return busy === null ? (code as PlainRefusalCode) : `${roleOf(busy)}-busy`;
}

/**
 * What a message is about. `method` follows from it:
 * invitation, update and refresh are REQUEST, cancellation is CANCEL; the others are mail for people,
 * except that the end of a proposal that came as COUNTER is told with DECLINECOUNTER.
 */
export type MessageKind =
  | 'invitation'
  | 'update'
  | 'cancellation'
  | 'approval-request'
  | 'proposal-declined'
  | 'proposal-expired'
  | 'proposal-withdrawn'
  | 'proposal-refused'
  | 'fresh-link'
  /** The newest invitation once more. */
  | 'refresh'
  /** Asks whether an answer in the recipient's name is its own. */
  | 'confirm-answer'
  /** The answer to words: a link to ask for another time. */
  | 'text-answer'
  /** Nobody else can go in the recipient's place. */
  | 'delegation-refused'
  /** Somebody else cannot be reached. */
  | 'not-delivered';

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER';

/** A message that has to go out, in terms of attendee ids: who `to` is, only the database knows. */
export interface MessageSpec {
  /** Unique within the meeting (rule 3 of the design): one message for a key, ever. */
  key: string;
  to: AttendeeId;
  kind: MessageKind;
  method: CalendarMethod | null;
  sequence: number;
  /** DTSTAMP and Date. */
  dtstampMs: Instant;
  /** The meeting's time as of this message. */
  time: TimeRange;
  /** The time before this change, when it changed. */
  previousTime: TimeRange | null;
  proposal: Proposal | null;
  /** Whose doing it is about, or who cannot be reached; null: nobody's, or everybody else's. */
  about: AttendeeId | null;
  /** A reason from the backend, free text; or a refusal's code for `proposal-refused`. */
  reason: string;
  /** How the recipient stands in its calendar; NEEDS-ACTION when absent. */
  partstat?: Partstat;
  /** For `confirm-answer`. */
  held?: HeldAnswer;
  /** For `text-answer`: the time that the form begins with. */
  suggestion?: TimeRange;
  /** What else is told in the same mail. */
  also?: Pick<MessageSpec, 'kind' | 'proposal' | 'about'>[];
}

export interface ProposalChange {
  proposal: Proposal;
  /** `pending` with somebody who decided: one of several approved. */
  status: ProposalStatus;
  /** An attendee's id, or `parley`; of one that is pending, who was the last to approve. */
  decidedBy: AttendeeId | null;
  /** It was made with this change. */
  isNew?: boolean;
}

/** Somebody is invited: who it is stands with the request. */
export interface Invited {
  id: AttendeeId;
  requestId: string;
  required: boolean;
}

/** What an event does to a meeting; everything in it is committed at once or not at all. */
export interface Change {
  kind: 'change';
  next: MeetingState;
  messages: MessageSpec[];
  proposals: ProposalChange[];
  invited: Invited[];
  timeline: TimelineEntry[];
  /** `ready`: make the room; `extend`: it stays for longer; `close`: let it go. */
  video: 'ready' | 'extend' | 'close' | null;
}

/** The event is not allowed, and nothing has changed. */
export interface Refusal {
  kind: 'refusal';
  code: RefusalCode;
}

export type Decision = Change | Refusal;

export const refuse = (code: RefusalCode): Refusal => ({ kind: 'refusal', code });

/** The parts of a change that differ from "nothing"; `change` fills in the rest. */
export interface ChangeParts {
  messages?: MessageSpec[];
  proposals?: ProposalChange[];
  invited?: Invited[];
  video?: Change['video'];
  /** The lines of the story, in order. */
  story: { what: TimelineWord; by: TimelineEntry['by'] }[];
}

/**
 * Builds the change that `event` makes at `nowMs`; what it tells, and what waited to be told, where it is time.
 *
 * @param after the meeting as the event leaves it
 */
export function change(after: MeetingState, event: MeetingEvent, nowMs: Instant, parts: ChangeParts): Change {
  const timeline = parts.story.map((line) => ({ atMs: nowMs, door: event.door, ...line }));
  const told = isBooking(after)
    ? withNotes(after, parts.messages ?? [], nowMs)
    : { state: after, messages: [] };
  return {
    kind: 'change',
    next: {
      ...told.state,
      revision: after.revision + 1,
      timeline: [...after.timeline, ...timeline].slice(-TIMELINE_KEPT),
      recentEventKeys: [...after.recentEventKeys, event.key].slice(-EVENT_KEYS_KEPT),
    },
    messages: told.messages,
    proposals: parts.proposals ?? [],
    invited: parts.invited ?? [],
    timeline,
    video: parts.video ?? null,
  };
}

const TIMELINE_KEPT = 50;
const EVENT_KEYS_KEPT = 100;
