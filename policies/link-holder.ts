import type { LinkPurpose } from '../domain/meeting/links.ts';
import type { Actor } from './actor.ts';
import { may } from './may.ts';

/** A link, as far as it says what its holder may do. */
type HeldLink = Omit<Extract<Actor, { kind: 'attendee' }>, 'kind'>;

/** Whether whoever has this link may do that with it. */
export const isFor = (link: HeldLink, purpose: LinkPurpose): boolean =>
  may({ ...link, kind: 'attendee' }, `meeting.${purpose}`, link);
