import { notReady } from './not-ready.ts';

export const api = () => notReady('api');
