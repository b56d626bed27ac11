import type { Instant } from '../time/instant.ts';
import { roleOf, type AttendeeId, type Role } from './attendee-id.ts';
import type { MeetingEvent } from './events.ts';
import type { MessageSpec } from './message-spec.ts';
import { withNotes } from './notes.ts';
import { isBooking, type MeetingState, type TimelineEntry } from './state.ts';
import type { Proposal, ProposalStatus } from './proposal.ts';

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
  /** Somebody who is to be invited takes part already, under another address. */
  | 'attendee-twice'
  | 'last-host'
  | 'too-few-attendees'
  | 'too-many-attendees'
  /** As many guests as it has seats for come to it. */
  | 'seats-taken'
  /** So shortly before the start guests can move or cancel it no more. */
  | 'too-late-to-change'
  /** It is one of many guests, who have no say in when it is. */
  | 'may-not-move'
  /** The time cannot be booked, or no more. */
  | 'slot-taken'
  | 'time-past'
  | 'time-empty'
  | 'time-too-long'
  | 'time-unchanged'
  /** The room that it was booked with is taken then. */
  | typeof ROOM_BUSY
  /** As many others as can share something that it needs have it then. */
  | typeof RESOURCE_BUSY
  | 'stale-sequence'
  | 'proposal-gone'
  | 'own-proposal'
  /** Neither are they a host, nor would their decline cancel it. */
  | 'may-not-cancel'
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
export const RESOURCE_BUSY = 'resource-busy';
const THINGS: readonly RefusalCode[] = [ROOM_BUSY, RESOURCE_BUSY];

/** Who is busy; null: it is refused for another reason. */
export const busyAttendee = (code: RefusalCode): AttendeeId | null =>
  code.endsWith(BUSY) && !THINGS.includes(code) ? code.slice(0, -BUSY.length) : null;

/** The code for those who tell roles apart, and no attendees. */
export function generalCode(code: RefusalCode): PlainRefusalCode | `${Role}-busy` {
  const busy = busyAttendee(code);
  return busy === null ? (code as PlainRefusalCode) : `${roleOf(busy)}-busy`;
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
  story: Pick<TimelineEntry, 'what' | 'by' | 'about'>[];
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
