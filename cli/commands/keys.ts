import { notReady } from './not-ready.ts';

export const createKey = (_options: { tenant?: string; name: string; scopes?: string[] }) =>
  notReady('keys create');
export const listKeys = (_options: { tenant?: string }) => notReady('keys list');
export const revokeKey = (_id: string) => notReady('keys revoke');
