import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import {
  MAILBOX_WORKFLOW,
  mailboxWorkflowId,
  stopSignal,
  type MailboxWorkflowInput,
} from '../../workflows/mailbox/messages.ts';

/** Starts the workflow of a mailbox; one that runs already stays. */
export async function startMailboxWorkflow(
  client: Client,
  taskQueue: string,
  input: MailboxWorkflowInput,
): Promise<void> {
  await client.workflow.start(MAILBOX_WORKFLOW, {
    workflowId: mailboxWorkflowId(input.name),
    workflowIdConflictPolicy: 'USE_EXISTING',
    taskQueue,
    args: [input],
    staticSummary: `The mailbox ${input.name}`,
  });
}

/** @returns false when the mailbox is not watched */
export async function stopMailboxWorkflow(client: Client, name: string): Promise<boolean> {
  try {
    await client.workflow.getHandle(mailboxWorkflowId(name)).signal(stopSignal);
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
