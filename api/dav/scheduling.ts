import type { DavRequest } from './request.ts';

/**
 * Whether invitations are sent for whoever writes them into a calendar. Where they are not, nothing says so: clients would
 * stop mailing themselves (RFC 6638 §2).
 */
export const schedulesFor = (_: Pick<DavRequest, 'deps'>): boolean => false;
