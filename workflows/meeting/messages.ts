import { defineQuery, defineSignal } from '@temporalio/workflow';
import type {
  AnswerHeld,
  Answered,
  Booked,
  Bounced,
  CalendarEventRemoved,
  CalendarEventSeen,
  Cancelled,
  Decided,
  DelegationTried,
  LinkRequested,
  Moved,
  Opened,
  PresenceChanged,
  Proposed,
  RefreshRequested,
  TextReceived,
  Withdrawn,
} from '../../domain/meeting/events.ts';
import type { CalendarMethod } from '../../domain/meeting/decision.ts';
import type { MeetingInput, MeetingState, MeetingStatus, Role } from '../../domain/meeting/state.ts';

export const MEETING_WORKFLOW = 'meetingWorkflow';

const PREFIX = 'meeting:';

/** The id of the workflow that a meeting is. */
export const meetingWorkflowId = (uid: string): string => `${PREFIX}${uid}`;

/** The UID in a meeting workflow's id; null when the id is another workflow's. */
export const parseMeetingWorkflowId = (id: string): string | null =>
  id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null;

/** What the workflow starts with; `resumed` only when it continues as new. */
export interface MeetingWorkflowInput {
  meeting: MeetingInput;
  delivery: DeliveryPolicy;
  /**
   * No timer is started beside a commit. Where the commit is slow, so that a workflow task ends between the two, its change
   * cancels a timer that is in the history already; a replay, which sees the commit's result at once, would never have
   * sent it. Absent: the workflow was started before this was known.
   */
  timersWait?: true;
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
      to: Role;
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

// Everything reaches a meeting as a signal, which the server keeps: an update travels in a workflow task that the server
// may forget while a commit is under way (docs/decisions/commands-as-signals.md).

// Commands: somebody waits for the answer, and finds it in the database: the committed event, or the refusal of the
// call whose id comes with it.
export const bookSignal = defineSignal<[Booked, string]>('bookSignal');
export const cancelSignal = defineSignal<[Cancelled, string]>('cancelSignal');
export const moveSignal = defineSignal<[Moved, string]>('moveSignal');
export const proposeSignal = defineSignal<[Proposed, string]>('proposeSignal');
export const withdrawSignal = defineSignal<[Withdrawn, string]>('withdrawSignal');
export const approveSignal = defineSignal<[Decided, string]>('approveSignal');
export const declineSignal = defineSignal<[Decided, string]>('declineSignal');
export const requestLinkSignal = defineSignal<[LinkRequested, string]>('requestLinkSignal');
/** Begins a meeting that is in no calendar. */
export const openSignal = defineSignal<[Opened, string]>('openSignal');

// What mail and rooms tell; nobody waits.
export const replySignal = defineSignal<[Answered]>('replySignal');
export const delegationSignal = defineSignal<[DelegationTried]>('delegationSignal');
export const counterSignal = defineSignal<[Proposed]>('counterSignal');
export const holdSignal = defineSignal<[AnswerHeld]>('holdSignal');
export const refreshSignal = defineSignal<[RefreshRequested]>('refreshSignal');
export const textSignal = defineSignal<[TextReceived]>('textSignal');
export const bounceSignal = defineSignal<[Bounced]>('bounceSignal');
export const joinSignal = defineSignal<[PresenceChanged]>('joinSignal');
export const leaveSignal = defineSignal<[PresenceChanged]>('leaveSignal');
/** The calendar of its room has the meeting; the first one starts the workflow. */
export const calendarEventSignal = defineSignal<[CalendarEventSeen]>('calendarEventSignal');
export const calendarEventRemovedSignal = defineSignal<[CalendarEventRemoved]>('calendarEventRemovedSignal');
/** Looks for changes that were committed to the database but whose workflow task was lost. */
export const reconcileSignal = defineSignal('reconcileSignal');
/** Tries a message that had failed for good once more, the same bytes. */
export const resendSignal = defineSignal<[ResendRequest]>('resendSignal');

export const stateQuery = defineQuery<MeetingState>('stateQuery');

/** What somebody asks of a meeting, and waits for the answer. */
export type Command = Booked | Cancelled | Moved | Proposed | Withdrawn | Decided | LinkRequested | Opened;
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
