import { NOTHING_USED, type Budgets, type BudgetsUsed } from './budgets.ts';
import type { Partstat } from '../ical/partstat.ts';
import type { Instant, TimeRange } from '../time/instant.ts';
import type { Notes } from './notes.ts';

export type Role = 'host' | 'guest';
export const ROLES: readonly Role[] = ['host', 'guest'];

export const otherRole = (role: Role): Role => (role === 'host' ? 'guest' : 'host');

export type DeclinePolicy = 'strict' | 'soft';

/** What a party's unreachable mailbox does to the meeting. */
export type BouncePolicy = 'keep' | 'cancel';

export type MeetingStatus = 'open' | 'scheduled' | 'live' | 'cancelled' | 'closed';

/**
 * Why there is the meeting: somebody was invited, a room's calendar says so, or somebody began one in a room.
 * Only the first kind has a host and a guest.
 */
export type MeetingSource = 'booking' | 'feed' | 'unscheduled';

/** The door through which something reached the meeting; `room`: its people, or its calendar. */
export type Door = 'api' | 'mail' | 'link' | 'clock' | 'room';

/** An attendee's newest answer. SEQUENCE, then DTSTAMP decide which is newer (RFC 5546 §2.1.5). */
export interface Answer {
  partstat: Partstat;
  sequence: number;
  dtstampMs: Instant;
}

export type ProposalStatus = 'pending' | 'approved' | 'declined' | 'expired' | 'withdrawn' | 'replaced';

export interface Proposal extends TimeRange {
  id: string;
  proposedBy: Role;
  /** `mail`: it came as COUNTER, so its end is told by DECLINECOUNTER. */
  door: Door;
  note: string;
  createdMs: Instant;
  expiresMs: Instant;
}

/** How long the room's parts of a meeting's life last, in milliseconds. */
export interface RoomTimings {
  /** The room is made ready this long before the start. */
  readyBeforeMs: number;
  /** It closes this long after the last person left. */
  graceMs: number;
  /** It closes this long after the end, whoever is in it. */
  forceCloseMs: number;
}

export interface VideoState {
  phase: 'none' | 'ready' | 'closed';
  /** Ids of the people inside. */
  present: string[];
  /** When the last person left; null while somebody is inside, or when nobody ever was. */
  emptySinceMs: Instant | null;
}

/** What happened, as a stable word; the pages and the API's timeline translate it. */
export type TimelineWord =
  | 'booked'
  | 'never-booked'
  | 'accepted'
  | 'tentative'
  | 'declined'
  | 'stale-answer'
  | 'delegation-refused'
  | 'proposed'
  | 'proposal-replaced'
  | 'proposal-withdrawn'
  | 'proposal-approved'
  | 'proposal-declined'
  | 'proposal-expired'
  | 'proposal-refused'
  | 'proposals-used-up'
  | 'links-used-up'
  | 'refreshes-used-up'
  | 'questions-used-up'
  | 'link-requested'
  | 'moved'
  | 'cancelled'
  /** In the calendar of its room. */
  | 'appeared'
  | 'renamed'
  /** From the calendar, while people were inside. */
  | 'removed'
  | 'opened'
  | 'room-ready'
  /** Closed until shortly before the start. */
  | 'room-let-go'
  | 'started'
  | 'joined'
  | 'left'
  | 'room-closed'
  | 'delivery-failed'
  | 'bounced'
  | 'answer-held'
  | 'refreshed'
  | 'wrote';

/** One line of the meeting's story: what happened, when, by which role, through which door. */
export interface TimelineEntry {
  atMs: Instant;
  what: TimelineWord;
  by: Role | 'backend' | 'parley';
  door: Door;
}

/** What a meeting is made of when its workflow starts. No address is among it: workflows know roles only. */
export interface MeetingInput extends TimeRange {
  uid: string;
  tenantId: string;
  meetingId: string;
  /** Absent: booking. */
  source?: MeetingSource;
  title: string;
  policy: DeclinePolicy;
  bouncePolicy: BouncePolicy;
  proposalExpiryMs: number;
  budgets: Budgets;
  /** Notes to one party that follow each other within this time become one mail; 0: each is one. */
  notesPauseMs: number;
  timings: RoomTimings;
}

/** The whole state of one meeting, as plain JSON: it survives continue-as-new. */
export interface MeetingState extends MeetingInput {
  status: MeetingStatus;
  /** RFC 5545 §3.8.7.4; of the newest REQUEST or CANCEL. */
  sequence: number;
  /** Counts the changes that were committed; the next one is `revision + 1`. */
  revision: number;
  answers: Record<Role, Answer>;
  /** Only the pending ones; decided proposals live in the database. */
  proposals: Proposal[];
  video: VideoState;
  /** What the calendar of its room said last; absent for meetings that are in none. */
  calendar?: { saidMs: Instant; removed: boolean };
  /** Whose newest invitation came back. */
  unreachable: Role[];
  /** When words of each were answered last. */
  textAnsweredMs: Record<Role, Instant | null>;
  used: BudgetsUsed;
  notes: Record<Role, Notes>;
  /** Fingerprints of the answers that each was asked about last. */
  asked: Record<Role, string[]>;
  /** The newest lines, for the operator's view. */
  timeline: TimelineEntry[];
  /** Keys of the newest events, so that one that arrives twice has one effect. */
  recentEventKeys: string[];
}

export const unanswered = (sequence: number): Answer => ({
  partstat: 'NEEDS-ACTION',
  sequence,
  dtstampMs: 0,
});

const NOTHING_TOLD: Notes = { lastMs: null, waiting: [], toldOpen: null };

/** A meeting that nobody has booked yet. */
export function openMeeting(input: MeetingInput): MeetingState {
  return {
    ...input,
    status: 'open',
    sequence: 0,
    revision: 0,
    answers: { host: unanswered(0), guest: unanswered(0) },
    proposals: [],
    video: { phase: 'none', present: [], emptySinceMs: null },
    unreachable: [],
    textAnsweredMs: { host: null, guest: null },
    used: NOTHING_USED,
    notes: { host: NOTHING_TOLD, guest: NOTHING_TOLD },
    asked: { host: [], guest: [] },
    timeline: [],
    recentEventKeys: [],
  };
}

export const sourceOf = (meeting: Pick<MeetingInput, 'source'>): MeetingSource => meeting.source ?? 'booking';

/** Both parties' time is taken: nobody can book it once more. */
export const holdsTime = (state: Pick<MeetingState, 'status'>): boolean =>
  state.status === 'scheduled' || state.status === 'live';

/** Whose invitation stands otherwise afterwards: another answer, another time, or a time that is held or free now. */
export const invitationsThatDiffer = (before: MeetingState, after: MeetingState): Role[] =>
  ROLES.filter(
    (role) =>
      before.startMs !== after.startMs ||
      before.endMs !== after.endMs ||
      holdsTime(before) !== holdsTime(after) ||
      before.answers[role] !== after.answers[role],
  );

/** Nothing more can happen to it. */
export const isOver = (state: Pick<MeetingState, 'status'>): boolean =>
  state.status === 'cancelled' || state.status === 'closed';
