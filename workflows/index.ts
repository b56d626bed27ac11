export { meetingWorkflow } from './meeting/workflow.ts';
