import {
  ActivityCancellationType,
  CancellationScope,
  continueAsNew,
  isCancellation,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { MailboxActivities } from '../../activities/mailbox/activities.ts';
import { stopSignal, type MailboxWorkflowInput } from './messages.ts';

/** Watches one mailbox, watch after watch, until it is told to stop. */
export async function mailboxWorkflow(input: MailboxWorkflowInput): Promise<void> {
  const watching = new CancellationScope();
  setHandler(stopSignal, () => watching.cancel());
  setCurrentDetails(`Watches the mailbox **${input.name}**`);
  try {
    await watching.run(() => watchAgainAndAgain(input));
  } catch (error) {
    if (!isCancellation(error) || !watching.consideredCancelled) throw error;
    return;
  }
  await continueAsNew<typeof mailboxWorkflow>(input);
}

/** Until the history is long enough to begin a new one. */
async function watchAgainAndAgain({ name, retry }: MailboxWorkflowInput): Promise<void> {
  const { watchMailbox } = proxyActivities<MailboxActivities>({
    summary: `Watch the mailbox ${name}`,
    startToCloseTimeout: '1 hour',
    heartbeatTimeout: '10 seconds',
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    // For ever: a mail server that is away comes back.
    retry: { initialInterval: retry.firstMs, maximumInterval: retry.longestMs, backoffCoefficient: 2 },
  });
  do await watchMailbox(name);
  while (!workflowInfo().continueAsNewSuggested);
}
