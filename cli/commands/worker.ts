import { notReady } from './not-ready.ts';

export const worker = (_options: { queues?: string[] }) => notReady('worker');
