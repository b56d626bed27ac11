import { notReady } from './not-ready.ts';

export const demo = () => notReady('demo');
