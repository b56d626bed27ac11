import { hashToken } from '../secrets/token.ts';

/** By what all fetches of one member's feeds are counted together, of rooms and of holidays; it tells nobody who they are. */
export const feedOwner = (principalId: string): string => hashToken(principalId).toString('hex');
