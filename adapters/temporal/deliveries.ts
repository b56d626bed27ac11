import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { Deliveries } from '../../activities/inbound/ports.ts';
import {
  DELIVERY_WORKFLOW,
  deliveryWorkflowId,
  type Delivery,
  type DeliveryWorkflowInput,
} from '../../workflows/delivery/messages.ts';
import { taskQueueOf } from '../../workflows/queues.ts';
import type { MeetingsOptions } from './meetings.ts';

/** Deliveries that no meeting owns, each a workflow of its own. */
export const createDeliveries = (client: Client, { temporal, delivery }: MeetingsOptions): Deliveries => ({
  async start(message) {
    try {
      await client.workflow.start(DELIVERY_WORKFLOW, {
        workflowId: deliveryWorkflowId(message.key),
        // What an operator has sent once more may be sent once more again, one after the other.
        workflowIdReusePolicy: message.type === 'again' ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE',
        taskQueue: taskQueueOf(temporal.taskQueuePrefix, 'mail'),
        args: [{ message, delivery } satisfies DeliveryWorkflowInput],
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
      return 'What a room’s owner is told';
    case 'again':
      return message.summary;
  }
}
