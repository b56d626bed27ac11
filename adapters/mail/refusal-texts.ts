import type { RefusalCode } from '../../domain/meeting/decision.ts';

const WORDS: Record<RefusalCode, string> = {
  'already-booked': 'somebody has booked the meeting already.',
  'not-booked': 'the meeting is not booked yet.',
  'meeting-over': 'the meeting is over or cancelled.',
  'meeting-started': 'the meeting has started already.',
  'host-busy': 'one of you has another meeting at that time.',
  'guest-busy': 'one of you has another meeting at that time.',
  'time-past': 'it lies in the past.',
  'time-empty': 'it ends before it begins, or at once.',
  'time-too-long': 'it is longer than a week.',
  'time-unchanged': 'it is the time that the meeting has already.',
  'stale-sequence': 'the meeting has changed since your calendar last heard of it.',
  'proposal-gone': 'the request is no longer open.',
  'own-proposal': 'the other participant decides about it.',
  'link-used': 'the link has been used already.',
  'room-not-ready': 'the room is not open yet.',
  'not-in-room': 'that person is not in the room.',
  'not-due': 'it is too early for that.',
};

/** Why something was refused, as the end of a sentence. Who of the two is busy stays private. */
export const refusalWords = (code: string): string =>
  code in WORDS ? WORDS[code as RefusalCode] : 'it does not fit the meeting as it now is.';
