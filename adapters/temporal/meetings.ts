import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import { EngineUnavailable, MeetingNotRunning, type Meetings } from '../../activities/meeting/meetings.ts';
import type { Clock } from '../../activities/clock.ts';
import type { CalendarEventSeen } from '../../domain/meeting/events.ts';
import { hideAddresses, asTold } from '../../domain/meeting/privacy.ts';
import type { MeetingInput } from '../../domain/meeting/state.ts';
import {
  addAttendeeSignal,
  approveSignal,
  bookSignal,
  bounceSignal,
  calendarEventRemovedSignal,
  calendarEventSignal,
  cancelSignal,
  counterSignal,
  declineSignal,
  holdSignal,
  holdTimeSignal,
  inviteAgainSignal,
  joinSignal,
  leaveSignal,
  MEETING_WORKFLOW,
  meetingWorkflowId,
  moveSignal,
  openSignal,
  proposeSignal,
  reassignSignal,
  reconcileSignal,
  delegationSignal,
  refreshSignal,
  removeAttendeeSignal,
  replySignal,
  requestLinkSignal,
  resendSignal,
  textSignal,
  withdrawSignal,
  type Command,
  type DeliveryPolicy,
  type MeetingOutcome,
  type MeetingWorkflowInput,
  type SignalEvent,
  type Told,
} from '../../workflows/meeting/messages.ts';
import { taskQueueOf } from '../../workflows/queues.ts';
import { isEngineFailure } from './failures.ts';
import { initialSearchAttributes } from '../../workflows/meeting/search-attributes.ts';
import { systemClock } from '../clock.ts';
import type { MeetingAnswers } from '../postgres/answers/answers.ts';
import { createAsk } from './ask.ts';

export interface MeetingsOptions {
  temporal: { taskQueuePrefix: string };
  delivery: DeliveryPolicy;
  /** How long a caller waits for an answer, in ms. */
  patienceMs?: number;
}

const DEFAULT_PATIENCE_MS = 15_000;

const COMMANDS = {
  held: holdTimeSignal,
  booked: bookSignal,
  cancelled: cancelSignal,
  moved: moveSignal,
  'attendee-added': addAttendeeSignal,
  'attendee-removed': removeAttendeeSignal,
  reassigned: reassignSignal,
  'resend-requested': inviteAgainSignal,
  proposed: proposeSignal,
  withdrawn: withdrawSignal,
  approved: approveSignal,
  declined: declineSignal,
  answered: replySignal,
  'link-requested': requestLinkSignal,
  opened: openSignal,
};

const SIGNALS = {
  answered: replySignal,
  proposed: counterSignal,
  'answer-held': holdSignal,
  'delegation-tried': delegationSignal,
  'refresh-requested': refreshSignal,
  'text-received': textSignal,
  bounced: bounceSignal,
  joined: joinSignal,
  left: leaveSignal,
  'calendar-event-removed': calendarEventRemovedSignal,
};

type MeetingWorkflow = (input: MeetingWorkflowInput) => Promise<MeetingOutcome>;

/**
 * The meetings' workflows, reached through the Temporal client. A command goes there as a signal, and its answer comes
 * from the database.
 */
export function createMeetings(
  client: Client,
  options: MeetingsOptions,
  answers: MeetingAnswers,
  clock: Clock = systemClock,
): Meetings {
  const patienceMs = options.patienceMs ?? DEFAULT_PATIENCE_MS;
  const handle = (uid: string) => client.workflow.getHandle(meetingWorkflowId(uid));
  const inTime = <T>(call: () => Promise<T>): Promise<T> =>
    client.withDeadline(Date.now() + patienceMs, call).catch((error: unknown) => {
      throw translate(error);
    });

  const ask = createAsk({ answers, clock, patienceMs });
  const told = (callId: string | null = null): Told => ({ atMs: clock.nowMs(), callId });
  const askRunning = (uid: string, event: Command): Promise<MeetingOutcome> =>
    ask(uid, event, (callId) =>
      inTime(() =>
        handle(uid).signal<[Command, Told]>(COMMANDS[event.type].name, asTold(event), told(callId)),
      ),
    );

  const askOrStart = (meeting: MeetingInput, event: Command): Promise<MeetingOutcome> =>
    ask(meeting.uid, event, (callId) =>
      inTime(() =>
        client.workflow.signalWithStart<MeetingWorkflow, [Command, Told]>(MEETING_WORKFLOW, {
          ...startOptions(meeting, options),
          signal: COMMANDS[event.type].name,
          signalArgs: [asTold(event), told(callId)],
        }),
      ),
    );

  return {
    hold: askOrStart,
    book: askOrStart,
    cancel: askOrStart,
    open: askOrStart,
    appear: (meeting, event) =>
      inTime(async () => {
        await client.workflow.signalWithStart<MeetingWorkflow, [CalendarEventSeen, Told]>(MEETING_WORKFLOW, {
          ...startOptions(meeting, options),
          signal: calendarEventSignal,
          signalArgs: [asTold(event), told()],
        });
      }),
    update: askRunning,
    tell: (uid, event) =>
      inTime(() => handle(uid).signal<[SignalEvent, Told]>(SIGNALS[event.type].name, asTold(event), told())),
    resend: (uid, message) => inTime(() => handle(uid).signal(resendSignal, message)),
    reconcile: (uid) => inTime(() => handle(uid).signal(reconcileSignal, { atMs: clock.nowMs() })),
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
    taskQueue: taskQueueOf(temporal.taskQueuePrefix, 'meetings'),
    args: [{ meeting, delivery }] as [MeetingWorkflowInput],
    staticSummary: meeting.title,
    typedSearchAttributes: initialSearchAttributes(meeting),
  } as const;
}

function translate(error: unknown): unknown {
  if (error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError) {
    return new MeetingNotRunning();
  }
  return isEngineFailure(error) ? new EngineUnavailable(error) : error;
}
