export { meetingWorkflow } from './meeting/workflow.ts';
export { mailboxWorkflow } from './mailbox/workflow.ts';
