import {
  ActivityFailure,
  ApplicationFailure,
  log,
  proxyActivities,
  type ActivityOptions,
} from '@temporalio/workflow';
import type { DeliveryActivities, PreparedDelivery } from '../../activities/delivery/activities.ts';
import type { WebhookActivities } from '../../activities/webhooks/activities.ts';
import type { DeliveryPolicy } from '../meeting/messages.ts';
import type { DeliveryWorkflowInput, MailDelivery, WebhookDelivery } from './messages.ts';

const soon = (summary: string): ActivityOptions => ({
  summary,
  startToCloseTimeout: '1 minute',
  retry: { maximumInterval: '1 minute' },
});
const prepare = (summary: string) => proxyActivities<DeliveryActivities>(soon(summary));

const { prepareRepeat } = prepare('Compose the cancellation once more');
const { prepareSignIn } = prepare('Compose the sign-in link');
const { prepareNotice } = prepare('Compose what somebody is told');
const { prepareCalendarMail } = prepare('Compose a message of a calendar');
const { noteCalendarMail } = prepare('Write into the calendar what became of the message');
const { giveUpWebhook } = proxyActivities<WebhookActivities>(soon('Record that an event was given up'));

/** Delivers one message or event, until it is delivered or given up; what became of it is in the database. */
export async function deliveryWorkflow({ message, delivery }: DeliveryWorkflowInput): Promise<void> {
  try {
    await (message.type === 'webhook' ? deliverWebhook(message, delivery) : deliverMail(message, delivery));
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('a message was given up');
  }
}

async function deliverMail(message: MailDelivery, delivery: DeliveryPolicy): Promise<void> {
  const prepared = await preparedFor(message);
  if (prepared === null) return;
  const { sendMessage } = proxyActivities<DeliveryActivities>(untilGivenUp(prepared.summary, delivery));
  try {
    await sendMessage(prepared.id);
  } finally {
    // Whoever wrote it into a calendar sees there whether it went out.
    if (message.type === 'calendar-mail') await noteCalendarMail(message.mailId);
  }
}

function preparedFor(message: MailDelivery): Promise<PreparedDelivery | null> {
  switch (message.type) {
    case 'repeat-cancel':
      return prepareRepeat(message);
    case 'sign-in':
      return prepareSignIn(message);
    case 'notice':
      return prepareNotice(message);
    case 'calendar-mail':
      return prepareCalendarMail(message);
    case 'again':
      return Promise.resolve(message);
  }
}

async function deliverWebhook({ deliveryId, run }: WebhookDelivery, delivery: DeliveryPolicy): Promise<void> {
  const summary = 'Send the event to the endpoint';
  const { sendWebhook } = proxyActivities<WebhookActivities>(untilGivenUp(summary, delivery));
  try {
    await sendWebhook({ deliveryId, run });
  } catch (error) {
    // The time was up while nobody was left to write it down: an attempt that hung, a worker that died, no turn, or one that
    // thought that there was time for another.
    if (!isWrittenDown(error)) await giveUpWebhook({ deliveryId, run });
    throw error;
  }
}

const isWrittenDown = (error: unknown): boolean =>
  !(error instanceof ActivityFailure) ||
  (error.cause instanceof ApplicationFailure && error.cause.nonRetryable === true);

const untilGivenUp = (summary: string, delivery: DeliveryPolicy): ActivityOptions => ({
  summary,
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '10 seconds',
  scheduleToCloseTimeout: delivery.giveUpMs,
  retry: {
    initialInterval: delivery.firstRetryMs,
    maximumInterval: delivery.longestRetryMs,
    backoffCoefficient: 2,
  },
});
