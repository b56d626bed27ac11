import type { LinkView } from '../../adapters/postgres/links.ts';
import type { Translate } from '../../adapters/texts/texts.ts';
import type { RefusalCode } from '../../domain/meeting/decision.ts';
import type { Role } from '../../domain/meeting/state.ts';

/** The counterpart's name for texts, which choose other words when nobody told it. */
export const counterpartValues = ({ counterpart }: Pick<LinkView, 'counterpart'>) => ({
  named: counterpart.name === null ? 'no' : 'yes',
  other: counterpart.name ?? '',
});

export interface RefusalWords {
  title: string;
  text: string;
  /** Another time, or another try, may be accepted. */
  again: boolean;
}

/** Why the meeting refused, in plain words, for the party of the given role. */
export function refusalWords(code: RefusalCode, role: Role, t: Translate): RefusalWords {
  const [group, again] = groupOf(code, role);
  return { title: t(`page.refusal.${group}.title`), text: t(`page.refusal.${group}.text`), again };
}

function groupOf(code: RefusalCode, role: Role) {
  switch (code) {
    case 'time-past':
      return ['timePast', true] as const;
    case 'time-empty':
      return ['timeEmpty', true] as const;
    case 'time-too-long':
      return ['timeTooLong', true] as const;
    case 'time-unchanged':
      return ['timeUnchanged', true] as const;
    case 'host-busy':
    case 'guest-busy':
      return code === `${role}-busy` ? (['ownBusy', true] as const) : (['otherBusy', true] as const);
    case 'meeting-started':
      return ['started', false] as const;
    case 'meeting-over':
    case 'not-booked':
      return ['over', false] as const;
    case 'proposal-gone':
    case 'link-used':
    case 'stale-sequence':
    case 'already-booked':
      return ['decided', false] as const;
    case 'own-proposal':
      return ['ownProposal', false] as const;
    case 'room-not-ready':
    case 'not-in-room':
    case 'not-due':
      return ['early', true] as const;
    case 'too-many-proposals':
    case 'too-many-links':
    case 'too-many-refreshes':
    case 'too-many-questions':
      return ['tooMany', false] as const;
  }
}
