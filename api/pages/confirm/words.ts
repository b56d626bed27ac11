import type { HeldView } from '../../../adapters/postgres/inbound/held.ts';

/** What an answer says, as the end of a sentence. */
export const SAYS: Record<HeldView['says'], string> = {
  ACCEPTED: 'accepts the meeting',
  DECLINED: 'declines the meeting',
  TENTATIVE: 'answers “maybe”',
  COUNTER: 'asks for a new time',
};
