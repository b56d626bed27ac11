import type { LinkView } from '../../../adapters/postgres/links.ts';
import type { OutcomeWords } from '../links/proposal-outcome.tsx';
import type { Standing } from '../links/standing.ts';
import { atStart, counterpartName } from '../words.ts';

/** What was decided, for the person who was asked. */
export function outcomeWords(standing: Exclude<Standing, 'open'>, link: LinkView): OutcomeWords {
  const other = counterpartName(link);
  switch (standing) {
    case 'approved':
      return {
        badge: { kind: 'good', text: 'Approved' },
        title: 'You approved the new time',
        lead: `Your calendar and ${link.counterpart.name ? `${other}’s` : 'that of the other person'} get an update by mail.`,
      };
    case 'declined':
      return {
        badge: { kind: '', text: 'Declined' },
        title: 'You declined the new time',
        lead: `The meeting stays where it was. ${atStart(other)} gets a short mail about it.`,
      };
    case 'withdrawn':
      return {
        badge: { kind: '', text: 'Withdrawn' },
        title: 'This request was taken back',
        lead: `${atStart(other)} no longer asks for this time. There is nothing to decide.`,
      };
    case 'replaced':
      return {
        badge: { kind: '', text: 'Replaced' },
        title: 'There is a newer request',
        lead: `${atStart(other)} asked for yet another time. The newest mail has the links to decide about it.`,
      };
    case 'superseded':
      return {
        badge: { kind: '', text: 'Already decided' },
        title: 'Already decided',
        lead: 'The meeting changed in another way before anybody decided about this request.',
      };
    case 'expired':
      return {
        badge: { kind: 'warn', text: 'Expired' },
        title: 'This request has expired',
        lead: 'Nobody decided about it in time, so the meeting stays as it is.',
      };
  }
}
