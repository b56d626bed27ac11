import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { Deliveries } from '../../activities/inbound/ports.ts';
import { WEBHOOK_PACE } from '../../domain/webhooks/verdict.ts';
import {
  DELIVERY_WORKFLOW,
  deliveryWorkflowId,
  type Delivery,
  type DeliveryWorkflowInput,
} from '../../workflows/delivery/messages.ts';
import { taskQueueOf } from '../../workflows/queues.ts';
import type { MeetingsOptions } from './meetings.ts';

/** Deliveries that no meeting owns, each a workflow of its own. An endpoint that is slow or away holds up no mail. */
export const createDeliveries = (client: Client, { temporal, delivery }: MeetingsOptions): Deliveries => ({
  async start(message) {
    const isWebhook = message.type === 'webhook';
    const input: DeliveryWorkflowInput = { message, delivery: isWebhook ? WEBHOOK_PACE : delivery };
    try {
      await client.workflow.start(DELIVERY_WORKFLOW, {
        workflowId: deliveryWorkflowId(message.key),
        // What an operator has sent once more may be sent once more again, one after the other.
        workflowIdReusePolicy: message.type === 'again' ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE',
        taskQueue: taskQueueOf(temporal.taskQueuePrefix, isWebhook ? 'webhooks' : 'mail'),
        args: [input],
        staticSummary: summaryOf(message),
      });
    } catch (error) {
      // The same key is the same message: it is on its way already, or was.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  },
});

function summaryOf(message: Delivery): string {
  switch (message.type) {
    case 'repeat-cancel':
      return `The cancellation once more, to the ${message.attendeeId}`;
    case 'sign-in':
      return 'The sign-in link of a room’s owner';
    case 'notice':
      return 'What somebody is told about no meeting';
    case 'calendar-mail':
      return 'A message of a calendar';
    case 'again':
      return message.summary;
    case 'webhook':
      return 'An event to an endpoint';
  }
}
