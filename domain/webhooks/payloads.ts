import type { Partstat } from '../ical/partstat.ts';
import type { AttendeeId, Role } from '../meeting/attendee-id.ts';
import type { CalendarMethod } from '../meeting/message-spec.ts';
import type { ProposalStatus } from '../meeting/proposal.ts';
import type { MeetingSource, MeetingStatus } from '../meeting/state.ts';

/** Somebody's part in a meeting. There is no field for a name or an address here, nor in anything that is told. */
export interface ToldAttendee {
  id: AttendeeId;
  role: Role;
}

/** A meeting as a change leaves it; times are ISO 8601 in UTC. Whoever stores it adds its room and its metadata. */
export interface ToldMeeting {
  id: string;
  source: MeetingSource;
  /** What it was booked as; null: it is of no event type. */
  eventTypeId: string | null;
  status: MeetingStatus;
  startsAt: string;
  endsAt: string;
  sequence: number;
  /** Counts the meeting's changes: of two events the one with the higher is newer. */
  revision: number;
  attendees: (ToldAttendee & { required: boolean; partstat: Partstat })[];
}

export interface ToldProposal {
  id: string;
  proposedBy: ToldAttendee;
  startsAt: string;
  endsAt: string;
  expiresAt: string;
  status: ProposalStatus;
  /** An attendee's id, or `parley`; null: nobody yet. */
  decidedBy: string | null;
}

/** Why a meeting does not take place. Its words may name people, and are not told. */
export type CancelCause = 'asked' | 'declined' | 'unreachable' | 'removed-from-calendar';
export type CloseCause = 'over' | 'never-booked';
export type ExpiryCause = 'not-booked' | 'not-approved';

/** What can be booked again; `seat`: for one more guest of the meeting. */
export interface ToldSlot {
  startsAt: string;
  endsAt: string;
  seat: boolean;
}

export type BounceOutcome = 'bounced' | 'failed';

/** What each event of a meeting says, besides the meeting. `by`: an attendee's id, `backend` or `parley`. */
export interface MeetingPayloads {
  'meeting.booked': { by: string };
  'meeting.held': { expiresAt: string };
  'meeting.expired': { cause: ExpiryCause };
  'meeting.reassigned': { by: string; before: ToldAttendee; host: ToldAttendee };
  'slot.freed': { eventTypeId: string; slot: ToldSlot };
  'meeting.moved': { by: string };
  'meeting.answered': { attendee: ToldAttendee; partstat: Exclude<Partstat, 'NEEDS-ACTION'> };
  'meeting.cancelled': { by: string; cause: CancelCause };
  'meeting.closed': { cause: CloseCause };
  'proposal.made': { proposal: ToldProposal };
  'proposal.decided': { proposal: ToldProposal };
  'room.ready': object;
  'participant.joined': { participantId: string; inside: number };
  'participant.left': { participantId: string; inside: number };
}

export type MeetingWebhookEvent = {
  [T in keyof MeetingPayloads]: { type: T; data: MeetingPayloads[T] & { meeting: ToldMeeting } };
}[keyof MeetingPayloads];

/** What the events about one mail say. */
export interface BouncedPayload {
  meetingId: string;
  attendee: ToldAttendee;
  outcome: BounceOutcome;
  method: CalendarMethod | null;
  sequence: number;
}
