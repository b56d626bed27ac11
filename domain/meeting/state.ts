import type { Instant, TimeRange } from '../time/instant.ts';
import type { Door } from './door.ts';
import type { Proposal } from './proposal.ts';
import { newAttendee, type Attendee } from './attendees.ts';
import type { TimelineWord } from './timeline-word.ts';
import type { AttendeeId, Part } from './attendee-id.ts';
import type { Reminders } from './reminders.ts';

export type DeclinePolicy = 'strict' | 'soft';

/** What the unreachable mailbox of a required attendee does to the meeting. */
export type BouncePolicy = 'keep' | 'cancel';

/** How many mails an attendee may cause a day in this meeting, by what causes them. */
export interface Budgets {
  /** New times that it asks for, by page or COUNTER. */
  proposals: number;
  /** Fresh links that it has mailed to itself. */
  links: number;
  /** REFRESH. */
  refreshes: number;
  /** Times that it is asked whether an answer in its name is its own. */
  questions: number;
}

export const MEETING_STATUSES = ['held', 'open', 'scheduled', 'live', 'cancelled', 'closed'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/**
 * Why there is the meeting: somebody was invited, a room's calendar says so, or somebody began one in a room.
 * Only the first kind has attendees.
 */
export type MeetingSource = 'booking' | 'feed' | 'unscheduled';

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

/** One line of the meeting's story: what happened, when, by whom, through which door. */
export interface TimelineEntry {
  atMs: Instant;
  what: TimelineWord;
  /** An attendee's id, `backend` or `parley`. */
  by: AttendeeId;
  /** Whom it happened to, where somebody else did it. */
  about?: AttendeeId | undefined;
  door: Door;
}

interface InputBase extends TimeRange {
  uid: string;
  tenantId: string;
  meetingId: string;
  title: string;
  /** The name of the room that it takes place in, as it began; absent: in no room of ours. */
  roomName?: string;
  timings: RoomTimings;
}

/** What a meeting with attendees begins with. No address is among it: workflows know attendee ids only. */
export interface BookingInput extends InputBase {
  source: 'booking';
  policy: DeclinePolicy;
  bouncePolicy: BouncePolicy;
  proposalExpiryMs: number;
  budgets: Budgets;
  /** Notes to one attendee that follow each other within this time become one mail; 0: each is one. */
  notesPauseMs: number;
  /** Absent: none. */
  reminders?: Reminders;
  /** What of it can be booked; absent: it was made for people who are known already. */
  eventTypeId?: string;
  /** It begins held: everybody's time is taken, and is given back then unless somebody books it. */
  hold?: { untilMs: Instant };
  /** Its hosts have so long to approve a booking; absent: they are not asked. */
  approvalMs?: number;
  /** Guests may move or cancel until so long before the start; null: never; absent: until then. */
  changeUntilMs?: number | null;
  /** So many guests come, each on their own and without knowing of the others; absent: it is with those who are in it. */
  seats?: number;
  /** It has no video room; absent: it has. */
  online?: false;
  /** Who takes part before it is booked. */
  attendees: (Part & { id: AttendeeId })[];
}

/** What a meeting in a room, without attendees, begins with. */
export interface RoomMeetingInput extends InputBase {
  source: 'feed' | 'unscheduled';
}

export type MeetingInput = BookingInput | RoomMeetingInput;

/** What every meeting has, as plain JSON: it survives continue-as-new. */
interface StateBase {
  status: MeetingStatus;
  /** Counts the changes that were committed; the next one is `revision + 1`. */
  revision: number;
  /** RFC 5545 §3.8.7.4; of the newest REQUEST or CANCEL. 0 where nobody is invited. */
  sequence: number;
  video: VideoState;
  /** The newest lines, for the operator's view. */
  timeline: TimelineEntry[];
  /** Keys of the newest events, so that one that arrives twice has one effect. */
  recentEventKeys: string[];
}

/** A meeting that people were invited to. */
export interface BookingState extends Omit<BookingInput, 'attendees'>, StateBase {
  attendees: Attendee[];
  /** Who took part once; their ids are nobody else's. */
  removed: AttendeeId[];
  /** Only the pending ones; decided proposals live in the database. */
  proposals: Proposal[];
  /** Reminders that were due by then are not sent any more: as it was booked or moved, or as the last one was due. */
  remindedUntilMs?: Instant;
}

/** A meeting of a room. */
export interface RoomMeetingState extends RoomMeetingInput, StateBase {
  /** What the calendar of its room said last; absent for meetings that are in none. */
  calendar?: { saidMs: Instant; removed: boolean };
}

export type MeetingState = BookingState | RoomMeetingState;

const BEGINNING: StateBase = {
  status: 'open',
  revision: 0,
  sequence: 0,
  video: { phase: 'none', present: [], emptySinceMs: null },
  timeline: [],
  recentEventKeys: [],
};

/** A meeting that nobody has booked yet. */
export function openMeeting(input: BookingInput): BookingState;
export function openMeeting(input: RoomMeetingInput): RoomMeetingState;
export function openMeeting(input: MeetingInput): MeetingState;
export function openMeeting(input: MeetingInput): MeetingState {
  if (input.source !== 'booking') return { ...input, ...BEGINNING };
  const attendees = input.attendees.map(({ id, ...part }) => newAttendee(id, part, BEGINNING.sequence));
  const status = input.hold ? 'held' : 'open';
  return { ...input, ...BEGINNING, status, attendees, removed: [], proposals: [] };
}

export const isBooking = (state: MeetingState): state is BookingState => state.source === 'booking';

export const attendeeOf = (state: BookingState, id: AttendeeId): Attendee | undefined =>
  state.attendees.find((attendee) => attendee.id === id);

/** The meeting with something of one attendee changed. */
export const withAttendee = (
  state: BookingState,
  id: AttendeeId,
  changed: Partial<Attendee>,
): BookingState => ({
  ...state,
  attendees: state.attendees.map((attendee) => (attendee.id === id ? { ...attendee, ...changed } : attendee)),
});

/** The meeting without somebody; their id is nobody else's. */
export const leave = (state: BookingState, gone: AttendeeId): BookingState => ({
  ...state,
  attendees: state.attendees.filter(({ id }) => id !== gone),
  removed: [...state.removed, gone],
});

/** Whether people meet in a video room; else it is somewhere else. */
export const hasVideo = (state: MeetingState): boolean => !isBooking(state) || state.online !== false;

/** Everybody's time is taken: nobody can book it once more. */
export const holdsTime = (state: Pick<MeetingState, 'status'>): boolean =>
  state.status === 'held' || state.status === 'scheduled' || state.status === 'live';

/** It is before anybody has booked it. */
export const isUnbooked = (state: Pick<MeetingState, 'status'>): boolean =>
  state.status === 'held' || state.status === 'open';

/** Whose invitation stands otherwise afterwards: another answer, another time, or a time that is held or free now. */
export function invitationsThatDiffer(before: MeetingState, after: MeetingState): AttendeeId[] {
  if (!isBooking(before) || !isBooking(after)) return [];
  const all =
    before.startMs !== after.startMs ||
    before.endMs !== after.endMs ||
    holdsTime(before) !== holdsTime(after);
  const left = after.removed.filter((id) => !before.removed.includes(id));
  const stay = before.attendees.filter(({ id, answer }) => {
    const then = attendeeOf(after, id);
    return then !== undefined && (all || then.answer !== answer);
  });
  return [...stay.map(({ id }) => id), ...left];
}

/** Nothing more can happen to it. */
export const isOver = (state: Pick<MeetingState, 'status'>): boolean =>
  state.status === 'cancelled' || state.status === 'closed';
