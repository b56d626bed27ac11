import { notReady } from './not-ready.ts';

export const webhookSecret = (_options: { tenant?: string }) => notReady('webhook-secret');
