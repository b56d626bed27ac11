import type { Instant, TimeRange } from '../time/instant.ts';
import type { AttendeeId } from './attendee-id.ts';
import type { Door } from './door.ts';

export type ProposalStatus = 'pending' | 'approved' | 'declined' | 'expired' | 'withdrawn' | 'replaced';

export interface Proposal extends TimeRange {
  id: string;
  proposedBy: AttendeeId;
  /** `mail`: it came as COUNTER, so its end is told by DECLINECOUNTER. */
  door: Door;
  note: string;
  createdMs: Instant;
  expiresMs: Instant;
  /** Who was asked. */
  asked: AttendeeId[];
  /** Who of them has not approved yet. */
  waitsFor: AttendeeId[];
  /** Everybody's time is taken there, too, until it is decided; of all that are pending at most one does so. */
  holds?: true;
}
