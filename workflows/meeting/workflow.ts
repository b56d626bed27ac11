import { continueAsNew, setHandler } from '@temporalio/workflow';
import type { CalendarEventSeen } from '../../domain/meeting/events.ts';
import { MeetingLife } from './life.ts';
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
  stateQuery,
  textSignal,
  withdrawSignal,
  type Command,
  type MeetingOutcome,
  type MeetingWorkflowInput,
  type SignalEvent,
  type Told,
} from './messages.ts';
import { outcomeOf } from './state.ts';

/** One meeting, from what it began with until its room is closed or it is cancelled, and every message about it settled. */
export async function meetingWorkflow(input: MeetingWorkflowInput): Promise<MeetingOutcome> {
  const life = new MeetingLife(input);

  const hear = (event: Command | SignalEvent | CalendarEventSeen, told: Told) => life.hear(event, told);
  setHandler(holdTimeSignal, hear);
  setHandler(bookSignal, hear);
  setHandler(cancelSignal, hear);
  setHandler(moveSignal, hear);
  setHandler(addAttendeeSignal, hear);
  setHandler(removeAttendeeSignal, hear);
  setHandler(reassignSignal, hear);
  setHandler(inviteAgainSignal, hear);
  setHandler(proposeSignal, hear);
  setHandler(withdrawSignal, hear);
  setHandler(approveSignal, hear);
  setHandler(declineSignal, hear);
  setHandler(requestLinkSignal, hear);
  setHandler(openSignal, hear);
  setHandler(replySignal, hear);
  setHandler(counterSignal, hear);
  setHandler(holdSignal, hear);
  setHandler(delegationSignal, hear);
  setHandler(refreshSignal, hear);
  setHandler(textSignal, hear);
  setHandler(bounceSignal, hear);
  setHandler(joinSignal, hear);
  setHandler(leaveSignal, hear);
  setHandler(calendarEventSignal, hear);
  setHandler(calendarEventRemovedSignal, hear);
  setHandler(reconcileSignal, ({ atMs }) => life.reconcile(atMs));
  setHandler(resendSignal, (message) => life.resend(message));
  setHandler(stateQuery, () => life.meeting);

  if ((await life.live()) === 'over') return outcomeOf(life.meeting);
  return continueAsNew<typeof meetingWorkflow>({
    ...input,
    resumed: { state: life.meeting, unsettled: [...life.effects.unsettled] },
  });
}
