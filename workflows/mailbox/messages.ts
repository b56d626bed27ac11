import { defineSignal } from '@temporalio/workflow';

export const MAILBOX_WORKFLOW = 'mailboxWorkflow';

/** The id of the workflow that watches a mailbox. */
export const mailboxWorkflowId = (name: string): string => `mailbox:${name}`;

export interface MailboxWorkflowInput {
  name: string;
  /** How patiently a mail server that is away is tried again, in ms. */
  retry: { firstMs: number; longestMs: number };
}

/** Ends the watch for good, until a worker that has the mailbox configured starts again. */
export const stopSignal = defineSignal('stopSignal');
