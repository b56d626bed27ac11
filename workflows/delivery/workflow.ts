import { ActivityFailure, log, proxyActivities } from '@temporalio/workflow';
import type { DeliveryActivities, PreparedDelivery } from '../../activities/delivery/activities.ts';
import type { Delivery, DeliveryWorkflowInput } from './messages.ts';

const prepare = (summary: string) =>
  proxyActivities<DeliveryActivities>({
    summary,
    startToCloseTimeout: '1 minute',
    retry: { maximumInterval: '1 minute' },
  });

const { prepareRepeat } = prepare('Compose the cancellation once more');
const { prepareSignIn } = prepare('Compose the sign-in link');
const { prepareNotice } = prepare('Compose what a member is told');

/** Delivers one message, until it is delivered or given up; what became of it is in the database. */
export async function deliveryWorkflow({ message, delivery }: DeliveryWorkflowInput): Promise<void> {
  const prepared = await preparedFor(message);
  if (prepared === null) return;
  const { sendMessage } = proxyActivities<DeliveryActivities>({
    summary: prepared.summary,
    startToCloseTimeout: '1 minute',
    heartbeatTimeout: '10 seconds',
    scheduleToCloseTimeout: delivery.giveUpMs,
    retry: {
      initialInterval: delivery.firstRetryMs,
      maximumInterval: delivery.longestRetryMs,
      backoffCoefficient: 2,
    },
  });
  try {
    await sendMessage(prepared.id);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('a message was given up');
  }
}

function preparedFor(message: Delivery): Promise<PreparedDelivery | null> {
  switch (message.type) {
    case 'repeat-cancel':
      return prepareRepeat(message);
    case 'sign-in':
      return prepareSignIn(message);
    case 'notice':
      return prepareNotice(message);
    case 'again':
      return Promise.resolve(message);
  }
}
