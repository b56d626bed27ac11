import type { DavRequest } from './request.ts';

/**
 * Whether invitations are sent for whoever writes them into a calendar. Where no mail can leave, nothing says so: clients would
 * stop mailing themselves (RFC 6638 §2).
 */
export const schedulesFor = ({ deps }: Pick<DavRequest, 'deps'>): boolean => deps.outsideMail !== null;
