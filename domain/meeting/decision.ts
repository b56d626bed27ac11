import { withNotes } from './notes.ts';
import type { HeldAnswer, MeetingEvent } from './events.ts';
import type { MeetingState, ProposalStatus, Proposal, Role, TimelineEntry, TimelineWord } from './state.ts';
import type { Partstat } from '../ical/partstat.ts';
import type { Instant, TimeRange } from '../time/instant.ts';

/** Why an event is refused. The codes are stable: the API, the pages and the mails choose their words by them. */
export type RefusalCode =
  | 'already-booked'
  | 'not-booked'
  | 'meeting-over'
  | 'meeting-started'
  | 'host-busy'
  | 'guest-busy'
  | 'time-past'
  | 'time-empty'
  | 'time-too-long'
  | 'time-unchanged'
  | 'stale-sequence'
  | 'proposal-gone'
  | 'own-proposal'
  | 'link-used'
  | 'room-not-ready'
  | 'not-in-room'
  | 'not-due'
  | 'too-many-proposals'
  | 'too-many-links'
  | 'too-many-refreshes'
  | 'too-many-questions';

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
  /** The other party cannot be reached. */
  | 'not-delivered';

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER';

/** A message that has to go out, in terms of roles: who `to` is, only the database knows. */
export interface MessageSpec {
  /** Unique within the meeting (rule 3 of the design): one message for a key, ever. */
  key: string;
  to: Role;
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
  /** A reason from the backend, free text; or a refusal's code for `proposal-refused`. */
  reason: string;
  /** How the recipient stands in its calendar; NEEDS-ACTION when absent. */
  partstat?: Partstat;
  /** For `confirm-answer`. */
  held?: HeldAnswer;
  /** For `text-answer`: the time that the form begins with. */
  suggestion?: TimeRange;
  /** What else is told in the same mail. */
  also?: Pick<MessageSpec, 'kind' | 'proposal'>[];
}

export interface ProposalChange {
  proposal: Proposal;
  status: ProposalStatus;
  decidedBy: Role | 'parley' | null;
}

/** What an event does to a meeting; everything in it is committed at once or not at all. */
export interface Change {
  kind: 'change';
  next: MeetingState;
  messages: MessageSpec[];
  proposals: ProposalChange[];
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
  next?: Partial<MeetingState>;
  messages?: MessageSpec[];
  proposals?: ProposalChange[];
  video?: Change['video'];
  /** The lines of the story, in order. */
  story: { what: TimelineWord; by: TimelineEntry['by'] }[];
}

/** Builds the change that `event` makes to `state` at `nowMs`; what it tells, and what waited to be told, where it is time. */
export function change(state: MeetingState, event: MeetingEvent, nowMs: Instant, parts: ChangeParts): Change {
  const timeline = parts.story.map((line) => ({ atMs: nowMs, door: event.door, ...line }));
  const after = { ...state, ...parts.next };
  const { messages, notes } = withNotes(after, parts.messages ?? [], nowMs);
  return {
    kind: 'change',
    next: {
      ...after,
      notes,
      revision: state.revision + 1,
      timeline: [...state.timeline, ...timeline].slice(-TIMELINE_KEPT),
      recentEventKeys: [...state.recentEventKeys, event.key].slice(-EVENT_KEYS_KEPT),
    },
    messages,
    proposals: parts.proposals ?? [],
    timeline,
    video: parts.video ?? null,
  };
}

const TIMELINE_KEPT = 50;
const EVENT_KEYS_KEPT = 100;
