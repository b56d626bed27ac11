/** How the last press of a button ended; stands in the page's address. */
export type Said = 'ACCEPTED' | 'TENTATIVE' | 'DECLINED' | 'counter' | 'unanswerable' | 'unsent';

export interface SaidWords {
  kind: 'good' | 'bad';
  title: string;
  text: string;
}

const MAILED = 'The answer was mailed to the organizer. Look again in a moment for what follows from it.';

const WORDS: Record<Said, SaidWords> = {
  ACCEPTED: { kind: 'good', title: 'Accepted', text: MAILED },
  TENTATIVE: { kind: 'good', title: 'Answered with “tentative”', text: MAILED },
  DECLINED: { kind: 'good', title: 'Declined', text: MAILED },
  counter: { kind: 'good', title: 'New time proposed', text: MAILED },
  unanswerable: { kind: 'bad', title: 'This mail cannot be answered', text: 'It carries no invitation.' },
  unsent: {
    kind: 'bad',
    title: 'The answer could not be sent',
    text: 'The listener for incoming mail did not take it. Please try again.',
  },
};

export const saidWords = (said: string): SaidWords | undefined =>
  Object.hasOwn(WORDS, said) ? WORDS[said as Said] : undefined;
