import type { Change, RefusalCode } from '../../domain/meeting/decision.ts';
import type { CalendarMethod } from '../../domain/meeting/message-spec.ts';
import type { MeetingEvent } from '../../domain/meeting/events.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { OutgoingStore } from '../delivery/ports.ts';

/** The rooms where people meet. Both calls may be repeated. */
export interface VideoRooms {
  /** Makes the room, or finds the one made before; gives the address to enter it. */
  open(room: {
    meetingId: string;
    title: string;
    startMs: Instant;
    endMs: Instant;
  }): Promise<{ url: string }>;
  close(room: { meetingId: string }): Promise<void>;
}

export interface CommitInput {
  meetingId: string;
  event: MeetingEvent;
  /** The time that the decision was made with. */
  nowMs: Instant;
  change: Change;
  /** Whose invitation has to be written; the others stand as before. */
  invitations: AttendeeId[];
  /** Of the call that waits for the answer; null: nobody waits. */
  callId: string | null;
}

/** What a meeting refuses while somebody waits for the answer. */
export interface RefusalInput {
  meetingId: string;
  callId: string;
  code: RefusalCode;
  /** Of the state that it was decided on. */
  revision: number;
}

/** A message that was prepared by a commit. */
export interface PreparedMessage {
  id: string;
  to: AttendeeId;
  method: CalendarMethod | null;
  sequence: number;
  /** What the operator sees, without an address. */
  summary: string;
}

export type CommitResult =
  | { kind: 'committed'; messages: PreparedMessage[] }
  /** A constraint said no; nothing was written. */
  | { kind: 'refused'; code: RefusalCode }
  /** Changes that were committed earlier, whose workflow task was lost: they come first. */
  | { kind: 'missed'; events: CommittedEvent[] }
  /** The event was committed with an earlier change, longer ago than the meeting remembers; nothing was written. */
  | { kind: 'repeated' };

export type RefusalResult = Extract<CommitResult, { kind: 'refused' | 'missed' }>;

/** An event whose change is in the database, with the time that it was decided at. */
export interface CommittedEvent {
  event: MeetingEvent;
  nowMs: Instant;
}

/** What the meeting's activities need of the database. */
export interface MeetingStore extends OutgoingStore {
  commit(input: CommitInput): Promise<CommitResult>;
  /** Writes down what was refused, for who waits; not when changes were missed that come first. */
  recordRefusal(input: RefusalInput): Promise<RefusalResult>;
  /** The events whose changes were committed after `revision`, in order. */
  missedChanges(meetingId: string, revision: number): Promise<CommittedEvent[]>;
  videoRoom(
    meetingId: string,
  ): Promise<{ title: string; startMs: Instant; endMs: Instant; videoUrl: string | null }>;
  recordVideoOpened(meetingId: string, url: string): Promise<void>;
  recordVideoClosed(meetingId: string): Promise<void>;
}
