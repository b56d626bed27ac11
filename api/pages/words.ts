import type { LinkView } from '../../adapters/postgres/links.ts';
import type { RefusalCode } from '../../domain/meeting/decision.ts';
import type { Role } from '../../domain/meeting/state.ts';

/** How the counterpart is called when nobody told a name. */
const PARTS: Record<Role, string> = { host: 'the host', guest: 'the guest' };

export const counterpartName = (link: Pick<LinkView, 'role' | 'counterpart'>): string =>
  link.counterpart.name ?? PARTS[link.role === 'host' ? 'guest' : 'host'];

/** With a capital, for the beginning of a sentence. */
export const atStart = (text: string): string => text.charAt(0).toLocaleUpperCase('en') + text.slice(1);

export interface RefusalWords {
  title: string;
  text: string;
  /** Another time, or another try, may be accepted. */
  again: boolean;
}

/** Why the meeting refused, in plain words, for the party of the given role. */
export function refusalWords(code: RefusalCode, role: Role): RefusalWords {
  switch (code) {
    case 'time-past':
      return { title: 'That time has passed', text: 'Please choose a time in the future.', again: true };
    case 'time-empty':
      return {
        title: 'The meeting would end before it starts',
        text: 'Please choose its length.',
        again: true,
      };
    case 'time-too-long':
      return { title: 'That is too long', text: 'A meeting lasts seven days at most.', again: true };
    case 'time-unchanged':
      return {
        title: 'That is the time it already has',
        text: 'Choose another one, or leave everything as it is: then there is nothing to do.',
        again: true,
      };
    case 'host-busy':
    case 'guest-busy':
      return code === `${role}-busy`
        ? {
            title: 'You have another meeting then',
            text: 'Please choose a time when you are free.',
            again: true,
          }
        : {
            title: 'The other person has another meeting then',
            text: 'Please choose a different time.',
            again: true,
          };
    case 'meeting-started':
      return { title: 'The meeting has begun', text: 'Its time can no longer be changed.', again: false };
    case 'meeting-over':
    case 'not-booked':
      return {
        title: 'This meeting is over',
        text: 'It took place or was cancelled, so there is nothing left to change.',
        again: false,
      };
    case 'proposal-gone':
    case 'link-used':
    case 'stale-sequence':
    case 'already-booked':
      return {
        title: 'Already decided',
        text: 'Something changed while you had this page open. Below is how it stands now.',
        again: false,
      };
    case 'own-proposal':
      return {
        title: 'This is your own request',
        text: 'Only the other person can decide about it.',
        again: false,
      };
    case 'room-not-ready':
    case 'not-in-room':
    case 'not-due':
      return { title: 'It is a little early', text: 'Please try again in a moment.', again: true };
  }
}
