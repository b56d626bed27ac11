import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { nextDeadline, type Deadline } from '../../domain/meeting/deadline.ts';
import type { CalendarEventSeen } from '../../domain/meeting/events.ts';
import { isOver } from '../../domain/meeting/state.ts';
import { MeetingLife } from './life.ts';
import {
  approveSignal,
  bookSignal,
  bounceSignal,
  calendarEventRemovedSignal,
  calendarEventSignal,
  cancelSignal,
  counterSignal,
  declineSignal,
  holdSignal,
  joinSignal,
  leaveSignal,
  moveSignal,
  openSignal,
  proposeSignal,
  reconcileSignal,
  delegationSignal,
  refreshSignal,
  replySignal,
  requestLinkSignal,
  resendSignal,
  stateQuery,
  textSignal,
  withdrawSignal,
  type Command,
  type MeetingOutcome,
  type MeetingWorkflowInput,
  type SignalEvent,
} from './messages.ts';
import { outcomeOf } from './state.ts';

/** One meeting, from what it began with until its room is closed or it is cancelled, and every message about it settled. */
export async function meetingWorkflow(input: MeetingWorkflowInput): Promise<MeetingOutcome> {
  const life = new MeetingLife(input);

  const command = (event: Command, callId: string) => life.perform(event, callId);
  setHandler(bookSignal, command);
  setHandler(cancelSignal, command);
  setHandler(moveSignal, command);
  setHandler(proposeSignal, command);
  setHandler(withdrawSignal, command);
  setHandler(approveSignal, command);
  setHandler(declineSignal, command);
  setHandler(requestLinkSignal, command);
  setHandler(openSignal, command);

  const signal = (event: SignalEvent | CalendarEventSeen) => life.perform(event);
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
    if (isLong() && !isOver(life.meeting)) await startOver(life, input);
  }
  await condition(() => allHandlersFinished() && life.effects.unsettled.length === 0);
  return outcomeOf(life.meeting);
}

/** Events of a history that a slow machine, too, replays long before a workflow task times out. */
const LONG_HISTORY = 1_000;
const isLong = (): boolean =>
  workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > LONG_HISTORY;

const TRIES_ALONE = 3;
const ALONE_MS = 50;

/** Waits for `due`; true when another deadline took its place before it came. */
async function deadlineChanges(life: MeetingLife, due: Deadline): Promise<boolean> {
  const isAnother = (): boolean => {
    const next = nextDeadline(life.meeting);
    return next?.atMs !== due.atMs || next.what !== due.what;
  };
  const waitMs = due.atMs - Date.now();
  if (waitMs <= 0) return false;
  return condition(() => isAnother() || isLong(), waitMs, {
    summary: due.summary,
  });
}

/** The revision makes it another event each time, and the same one when a lost workflow task is done again. */
const deadlineKey = (life: MeetingLife, due: Deadline): string => `${due.what}/${life.meeting.revision + 1}`;

/**
 * Continues as new, in a workflow task in which nothing else happens, so that it is short: the server refuses one while which
 * something came, and all that was done in it is done again. Where something comes all the time, it is tried all the same.
 */
async function startOver(life: MeetingLife, input: MeetingWorkflowInput): Promise<void> {
  for (let tries = 0; tries < TRIES_ALONE; tries += 1) {
    await condition(allHandlersFinished);
    await sleep(ALONE_MS, { summary: 'Continues as new' });
    if (allHandlersFinished()) break;
  }
  await condition(allHandlersFinished);
  await continueAsNew<typeof meetingWorkflow>({
    ...input,
    resumed: { state: life.meeting, unsettled: [...life.effects.unsettled] },
  });
}
