import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure, type UpdateDefinition } from '@temporalio/common';
import {
  EngineUnavailable,
  MeetingNotRunning,
  MeetingRefused,
  type Meetings,
} from '../../activities/ports.ts';
import type { RefusalCode } from '../../domain/meeting/decision.ts';
import type { CalendarEventSeen } from '../../domain/meeting/events.ts';
import { hideAddresses } from '../../domain/meeting/privacy.ts';
import type { MeetingInput } from '../../domain/meeting/state.ts';
import {
  approveUpdate,
  bookUpdate,
  bounceSignal,
  calendarEventRemovedSignal,
  calendarEventSignal,
  cancelUpdate,
  counterSignal,
  declineUpdate,
  holdSignal,
  joinSignal,
  leaveSignal,
  MEETING_WORKFLOW,
  meetingWorkflowId,
  moveUpdate,
  openUpdate,
  proposeUpdate,
  reconcileSignal,
  refreshSignal,
  replySignal,
  requestLinkUpdate,
  resendSignal,
  textSignal,
  withdrawUpdate,
  type DeliveryPolicy,
  type MeetingOutcome,
  type MeetingWorkflowInput,
  type SignalEvent,
  type UpdateEvent,
} from '../../workflows/meeting/messages.ts';
import { isEngineFailure } from './failures.ts';
import { initialSearchAttributes } from '../../workflows/meeting/search-attributes.ts';

export interface MeetingsOptions {
  temporal: { taskQueue: string };
  delivery: DeliveryPolicy;
  /** How long a caller waits for an answer, in ms. */
  patienceMs?: number;
}

const DEFAULT_PATIENCE_MS = 15_000;

const UPDATES = {
  booked: bookUpdate,
  cancelled: cancelUpdate,
  moved: moveUpdate,
  proposed: proposeUpdate,
  withdrawn: withdrawUpdate,
  approved: approveUpdate,
  declined: declineUpdate,
  'link-requested': requestLinkUpdate,
  opened: openUpdate,
};

const SIGNALS = {
  answered: replySignal,
  proposed: counterSignal,
  'answer-held': holdSignal,
  'refresh-requested': refreshSignal,
  'text-received': textSignal,
  bounced: bounceSignal,
  joined: joinSignal,
  left: leaveSignal,
  'calendar-event-removed': calendarEventRemovedSignal,
};

/** The meetings' workflows, reached through the Temporal client. */
export function createMeetings(client: Client, options: MeetingsOptions): Meetings {
  const patienceMs = options.patienceMs ?? DEFAULT_PATIENCE_MS;
  const handle = (uid: string) => client.workflow.getHandle(meetingWorkflowId(uid));
  const inTime = <T>(call: () => Promise<T>): Promise<T> =>
    client.withDeadline(Date.now() + patienceMs, call).catch((error: unknown) => {
      throw translate(error);
    });

  const updateWithStart = <E extends UpdateEvent>(
    definition: UpdateDefinition<MeetingOutcome, [E]>,
    meeting: MeetingInput,
    event: E,
  ): Promise<MeetingOutcome> =>
    inTime(() =>
      client.workflow.executeUpdateWithStart(definition, {
        args: [event],
        startWorkflowOperation: new WithStartWorkflowOperation<MeetingWorkflow>(
          MEETING_WORKFLOW,
          startOptions(meeting, options),
        ),
      }),
    );

  return {
    book: (meeting, event) => updateWithStart(bookUpdate, meeting, event),
    cancel: (meeting, event) => updateWithStart(cancelUpdate, meeting, event),
    open: (meeting, event) => updateWithStart(openUpdate, meeting, event),
    appear: (meeting, event) =>
      inTime(async () => {
        await client.workflow.signalWithStart<MeetingWorkflow, [CalendarEventSeen]>(MEETING_WORKFLOW, {
          ...startOptions(meeting, options),
          signal: calendarEventSignal,
          signalArgs: [{ ...event, title: hideAddresses(event.title) }],
        });
      }),
    update: (uid, event) =>
      inTime(() =>
        handle(uid).executeUpdate(UPDATES[event.type] as UpdateDefinition<MeetingOutcome, [UpdateEvent]>, {
          args: [event],
        }),
      ),
    tell: (uid, event) => inTime(() => handle(uid).signal<[SignalEvent]>(SIGNALS[event.type].name, event)),
    resend: (uid, message) => inTime(() => handle(uid).signal(resendSignal, message)),
    reconcile: (uid) => inTime(() => handle(uid).signal(reconcileSignal)),
  };
}

/** How a meeting's workflow starts, if it does not run yet; one that has ended is never started again. */
function startOptions(named: MeetingInput, { temporal, delivery }: MeetingsOptions) {
  // Neither summaries nor search attributes are ever encrypted.
  const meeting = { ...named, title: hideAddresses(named.title) };
  return {
    workflowId: meetingWorkflowId(meeting.uid),
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    taskQueue: temporal.taskQueue,
    args: [{ meeting, delivery, timersWait: true }] as [MeetingWorkflowInput],
    staticSummary: meeting.title,
    typedSearchAttributes: initialSearchAttributes(meeting),
  } as const;
}

type MeetingWorkflow = (input: MeetingWorkflowInput) => Promise<MeetingOutcome>;

function translate(error: unknown): unknown {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    return new MeetingRefused(error.cause.type as RefusalCode);
  }
  if (error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError) {
    return new MeetingNotRunning();
  }
  return isEngineFailure(error) ? new EngineUnavailable(error) : error;
}
