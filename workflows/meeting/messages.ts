import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { RefusalCode } from '../../domain/meeting/decision.ts';
import type { Answered, MeetingEvent, PresenceChanged, Proposed } from '../../domain/meeting/events.ts';
import type { MeetingInput, MeetingState, MeetingStatus } from '../../domain/meeting/state.ts';

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
  resumed?: { state: MeetingState; unsettled: UnsettledEffect[] };
}

/** An effect that was still under way when the workflow continued as new. */
export type UnsettledEffect =
  | { type: 'message'; id: string; to: 'host' | 'guest'; summary: string }
  | { type: 'room'; action: 'ready' | 'close' };

/** How the meeting stands after an update. */
export interface MeetingOutcome {
  status: MeetingStatus;
  sequence: number;
  startMs: number;
  endMs: number;
}

/** The events that somebody waits for: they answer how the meeting stands, or throw an ApplicationFailure whose type is a RefusalCode. */
export type UpdateEvent = Exclude<MeetingEvent, { type: 'deadline' | 'answered' | 'joined' | 'left' }>;

/** The events that are only told. */
export type SignalEvent = Answered | PresenceChanged | Proposed;

export const applyUpdate = defineUpdate<MeetingOutcome, [UpdateEvent]>('applyUpdate');
export const tellSignal = defineSignal<[SignalEvent]>('tellSignal');
/** Looks for changes that were committed to the database but whose workflow task was lost. */
export const reconcileSignal = defineSignal('reconcileSignal');
/** Tries a message that had failed for good once more, the same bytes. */
export const resendSignal =
  defineSignal<[{ id: string; to: 'host' | 'guest'; summary: string }]>('resendSignal');
export const stateQuery = defineQuery<MeetingState>('stateQuery');

/** The type of an ApplicationFailure that a handler throws. */
export type MeetingFailureType = RefusalCode;
