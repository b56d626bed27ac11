import { defineQuery, defineSignal } from '@temporalio/workflow';
import type {
  AttendeeAdded,
  AttendeeRemoved,
  AnswerHeld,
  Answered,
  Booked,
  Bounced,
  CalendarEventRemoved,
  CalendarEventSeen,
  Cancelled,
  Decided,
  Held,
  DelegationTried,
  LinkRequested,
  Moved,
  Opened,
  PresenceChanged,
  Proposed,
  Reassigned,
  RefreshRequested,
  ResendRequested,
  TextReceived,
  Withdrawn,
} from '../../domain/meeting/events.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { CalendarMethod } from '../../domain/meeting/message-spec.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { MeetingInput, MeetingState, MeetingStatus } from '../../domain/meeting/state.ts';

export const MEETING_WORKFLOW = 'meetingWorkflow';

/** The id of the workflow that a meeting is. */
export const meetingWorkflowId = (uid: string): string => `meeting:${uid}`;

/** What the workflow starts with; `resumed` only when it continues as new. */
export interface MeetingWorkflowInput {
  meeting: MeetingInput;
  delivery: DeliveryPolicy;
  resumed?: { state: MeetingState; unsettled: Effect[] };
}

/** How patiently an effect on the outside is tried; times in milliseconds. */
export interface DeliveryPolicy {
  firstRetryMs: number;
  longestRetryMs: number;
  giveUpMs: number;
}

/** An effect on the outside that a change asked for; it goes on over a continue-as-new. */
export type Effect =
  | {
      type: 'message';
      id: string;
      to: AttendeeId;
      summary: string;
      method: CalendarMethod | null;
      sequence: number;
    }
  | { type: 'room'; action: 'ready' | 'extend' | 'close' };

export type MessageEffect = Extract<Effect, { type: 'message' }>;

export type ResendRequest = Omit<MessageEffect, 'type'>;

/** How the meeting stands after a command. */
export interface MeetingOutcome {
  status: MeetingStatus;
  sequence: number;
  startMs: number;
  endMs: number;
}

/** What goes with an event to its meeting. */
export interface Told {
  /** The sender's clock. The workflow's own, as something comes, is not the same in each replay. */
  atMs: Instant;
  /** Of the call that waits for the answer; null: nobody waits, and a refusal is told to nobody. */
  callId: string | null;
}

// Everything reaches a meeting as a signal, which the server keeps: an update travels in a workflow task that the server
// may forget while a commit is under way (docs/decisions/commands-as-signals.md).

// Commands: somebody waits for the answer, and finds it in the database: the committed event, or the refusal of the
// call whose id comes with it.
/** A meeting begins to hold its time. */
export const holdTimeSignal = defineSignal<[Held, Told]>('holdTimeSignal');
export const bookSignal = defineSignal<[Booked, Told]>('bookSignal');
export const cancelSignal = defineSignal<[Cancelled, Told]>('cancelSignal');
export const moveSignal = defineSignal<[Moved, Told]>('moveSignal');
export const addAttendeeSignal = defineSignal<[AttendeeAdded, Told]>('addAttendeeSignal');
export const removeAttendeeSignal = defineSignal<[AttendeeRemoved, Told]>('removeAttendeeSignal');
export const reassignSignal = defineSignal<[Reassigned, Told]>('reassignSignal');
export const inviteAgainSignal = defineSignal<[ResendRequested, Told]>('inviteAgainSignal');
export const proposeSignal = defineSignal<[Proposed, Told]>('proposeSignal');
export const withdrawSignal = defineSignal<[Withdrawn, Told]>('withdrawSignal');
export const approveSignal = defineSignal<[Decided, Told]>('approveSignal');
export const declineSignal = defineSignal<[Decided, Told]>('declineSignal');
export const requestLinkSignal = defineSignal<[LinkRequested, Told]>('requestLinkSignal');
/** Begins a meeting that is in no calendar. */
export const openSignal = defineSignal<[Opened, Told]>('openSignal');

/** By mail nobody waits for the answer, by a link somebody does. */
export const replySignal = defineSignal<[Answered, Told]>('replySignal');
// What mail and rooms tell; nobody waits.
export const delegationSignal = defineSignal<[DelegationTried, Told]>('delegationSignal');
export const counterSignal = defineSignal<[Proposed, Told]>('counterSignal');
export const holdSignal = defineSignal<[AnswerHeld, Told]>('holdSignal');
export const refreshSignal = defineSignal<[RefreshRequested, Told]>('refreshSignal');
export const textSignal = defineSignal<[TextReceived, Told]>('textSignal');
export const bounceSignal = defineSignal<[Bounced, Told]>('bounceSignal');
export const joinSignal = defineSignal<[PresenceChanged, Told]>('joinSignal');
export const leaveSignal = defineSignal<[PresenceChanged, Told]>('leaveSignal');
/** The calendar of its room has the meeting; the first one starts the workflow. */
export const calendarEventSignal = defineSignal<[CalendarEventSeen, Told]>('calendarEventSignal');
export const calendarEventRemovedSignal = defineSignal<[CalendarEventRemoved, Told]>(
  'calendarEventRemovedSignal',
);
/** Looks for changes that were committed to the database but whose workflow task was lost. */
export const reconcileSignal = defineSignal<[Pick<Told, 'atMs'>]>('reconcileSignal');
/** Tries a message that had failed for good once more, the same bytes. */
export const resendSignal = defineSignal<[ResendRequest]>('resendSignal');

export const stateQuery = defineQuery<MeetingState>('stateQuery');

/** What somebody asks of a meeting, and waits for the answer. */
export type Command =
  | Held
  | Booked
  | AttendeeAdded
  | AttendeeRemoved
  | Reassigned
  | ResendRequested
  | Cancelled
  | Moved
  | Proposed
  | Withdrawn
  | Decided
  | Answered
  | LinkRequested
  | Opened;
/** What a meeting whose workflow runs is told, and nobody waits. */
export type SignalEvent =
  | Answered
  | DelegationTried
  | Proposed
  | AnswerHeld
  | RefreshRequested
  | TextReceived
  | Bounced
  | PresenceChanged
  | CalendarEventRemoved;
