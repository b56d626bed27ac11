import { notReady } from './not-ready.ts';

export const dumpSchema = () => notReady('schema dump');
export const checkSchema = () => notReady('schema check');
