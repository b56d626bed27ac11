import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { nextDeadline, type Deadline } from '../../domain/meeting/deadline.ts';
import { decide } from '../../domain/meeting/decide.ts';
import type { RefusalCode } from '../../domain/meeting/decision.ts';
import type { CalendarEventSeen } from '../../domain/meeting/events.ts';
import { isOver } from '../../domain/meeting/state.ts';
import { MeetingLife } from './life.ts';
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
  moveUpdate,
  openUpdate,
  proposeUpdate,
  reconcileSignal,
  delegationSignal,
  refreshSignal,
  replySignal,
  requestLinkUpdate,
  resendSignal,
  stateQuery,
  textSignal,
  withdrawUpdate,
  type MeetingOutcome,
  type MeetingWorkflowInput,
  type SignalEvent,
  type UpdateEvent,
} from './messages.ts';
import { outcomeOf } from './state.ts';

/** One meeting, from what it began with until its room is closed or it is cancelled, and every message about it settled. */
export async function meetingWorkflow(input: MeetingWorkflowInput): Promise<MeetingOutcome> {
  const life = new MeetingLife(input);

  const update = async (event: UpdateEvent): Promise<MeetingOutcome> => {
    const refusal = await life.perform(event);
    if (refusal) throw refused(refusal);
    return outcomeOf(life.meeting);
  };
  // Refuses early, so that what is refused leaves no trace in the history; the handler decides again under the lock.
  const validator = (event: UpdateEvent): void => {
    // But what the meeting begins with is heard in any case: the deadlines wait for it.
    if ((input.timersWait && !life.hasHeard) || life.meeting.recentEventKeys.includes(event.key)) return;
    const decision = decide(life.meeting, event, Date.now());
    if (decision.kind === 'refusal') throw refused(decision.code);
  };
  setHandler(bookUpdate, update, { validator });
  setHandler(cancelUpdate, update, { validator });
  setHandler(moveUpdate, update, { validator });
  setHandler(proposeUpdate, update, { validator });
  setHandler(withdrawUpdate, update, { validator });
  setHandler(approveUpdate, update, { validator });
  setHandler(declineUpdate, update, { validator });
  setHandler(requestLinkUpdate, update, { validator });
  setHandler(openUpdate, update, { validator });

  const signal = async (event: SignalEvent | CalendarEventSeen): Promise<void> => {
    await life.perform(event);
  };
  setHandler(replySignal, signal);
  setHandler(counterSignal, signal);
  setHandler(holdSignal, signal);
  setHandler(delegationSignal, signal);
  setHandler(refreshSignal, signal);
  setHandler(textSignal, signal);
  setHandler(bounceSignal, signal);
  setHandler(joinSignal, signal);
  setHandler(leaveSignal, signal);
  setHandler(calendarEventSignal, signal);
  setHandler(calendarEventRemovedSignal, signal);
  setHandler(reconcileSignal, () => life.reconcile());
  setHandler(resendSignal, (message) => life.effects.add({ type: 'message', ...message }));
  setHandler(stateQuery, () => life.meeting);

  const nextDue = async (): Promise<Deadline | null> => {
    if (input.timersWait) await condition(() => life.isQuiet);
    return nextDeadline(life.meeting);
  };
  for (let due = await nextDue(); due; due = await nextDue()) {
    const changed = await deadlineChanges(life, due);
    if (!changed) await life.perform({ type: 'deadline', door: 'clock', key: deadlineKey(life, due) });
    if (workflowInfo().continueAsNewSuggested && !isOver(life.meeting)) await startOver(life, input);
  }
  await condition(() => allHandlersFinished() && life.effects.unsettled.length === 0);
  return outcomeOf(life.meeting);
}

/** Waits for `due`; true when another deadline took its place before it came. */
async function deadlineChanges(life: MeetingLife, due: Deadline): Promise<boolean> {
  const isAnother = (): boolean => {
    const next = nextDeadline(life.meeting);
    return next?.atMs !== due.atMs || next.what !== due.what;
  };
  const waitMs = due.atMs - Date.now();
  if (waitMs <= 0) return false;
  return condition(() => isAnother() || workflowInfo().continueAsNewSuggested, waitMs, {
    summary: due.summary,
  });
}

/** The revision makes it another event each time, and the same one when a lost workflow task is done again. */
const deadlineKey = (life: MeetingLife, due: Deadline): string => `${due.what}/${life.meeting.revision + 1}`;

async function startOver(life: MeetingLife, input: MeetingWorkflowInput): Promise<void> {
  await condition(allHandlersFinished);
  await continueAsNew<typeof meetingWorkflow>({
    ...input,
    resumed: { state: life.meeting, unsettled: [...life.effects.unsettled] },
  });
}

const refused = (code: RefusalCode): ApplicationFailure =>
  ApplicationFailure.nonRetryable(`The meeting refused: ${code}`, code);
