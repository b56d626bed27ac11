export { meetingWorkflow } from './meeting/workflow.ts';
export { deliveryWorkflow } from './delivery/workflow.ts';
export { mailboxWorkflow } from './mailbox/workflow.ts';
export { feedSyncWorkflow } from './feed/workflow.ts';
