export { createParley, ParleyProblem, type Parley } from './client.ts';
export { readWebhook, type ParleyEvent } from './webhook.ts';
export type { components, operations, paths } from './schema.ts';
