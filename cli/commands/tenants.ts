import { notReady } from './not-ready.ts';

export const createTenant = (_options: { name: string; email: string; product?: string }) =>
  notReady('tenants create');
export const listTenants = () => notReady('tenants list');
