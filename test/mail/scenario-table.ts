import type { IgnoredReason } from '../../domain/itip/inbound.ts';
import type { MimeProblem } from '../../adapters/mail/parse-mime.ts';

/** What a scenario file says when it is read with the values of scenarios.test.ts. */
export interface Expected {
  says: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'COUNTER' | 'DELEGATED' | 'ignored';
  reason?: IgnoredReason;
  problem?: MimeProblem;
  from?: string;
  attendee?: string;
  sentBy?: string;
  sequence?: number | null;
  /** RECURRENCE-ID in hours after the meeting's start. */
  instance?: number;
  note?: string;
  subject?: string;
  text?: string;
  language?: string;
  /** Its sender is not known as the attendee's address: what is missing for the meeting to take it. */
  needs?: 'alias' | 'plus-address' | 'instance' | 'sender';
}

const ACCEPTED = { says: 'ACCEPTED' } as const;
const DECLINED = { says: 'DECLINED' } as const;
const TENTATIVE = { says: 'TENTATIVE' } as const;
const COUNTER = { says: 'COUNTER', note: 'A day later?' } as const;

export const EXPECTED: Record<string, Expected> = {
  'apple/accepted': ACCEPTED,
  'apple/accepted-bare-line-feeds': ACCEPTED,
  'apple/declined': DECLINED,
  'apple/tentative': TENTATIVE,
  'exchange/accepted': { ...ACCEPTED, language: 'en-us' },
  'exchange/accepted-by-delegate': {
    ...ACCEPTED,
    from: 'assistant@example.org',
    sentBy: 'assistant@example.org',
    needs: 'alias',
  },
  'exchange/accepted-instance': { ...ACCEPTED, instance: 24, needs: 'instance' },
  'exchange/accepted-instance-of-the-start': { ...ACCEPTED, instance: 0 },
  'exchange/counter-declined': { ...COUNTER, note: 'A day later suits me better.' },
  'exchange/counter-zone-without-definition': COUNTER,
  'exchange/declined': { ...DECLINED, note: 'I am away that day.' },
  'exchange/tentative': TENTATIVE,
  'fastmail/accepted': ACCEPTED,
  'fastmail/declined': DECLINED,
  'fastmail/tentative': TENTATIVE,
  'gmail/accepted': ACCEPTED,
  'gmail/accepted-from-alias': { ...ACCEPTED, from: 'alias@example.net', needs: 'alias' },
  'gmail/accepted-plus-address': {
    ...ACCEPTED,
    from: 'attendee+meetings@example.org',
    attendee: 'attendee+meetings@example.org',
    needs: 'plus-address',
  },
  // All attendees are in it; which of them proposes, the sender tells.
  'gmail/counter': { ...COUNTER, needs: 'sender' },
  'gmail/declined': DECLINED,
  'gmail/tentative': TENTATIVE,
  'nextcloud/accepted': ACCEPTED,
  'nextcloud/accepted-from-noreply': {
    ...ACCEPTED,
    from: 'invitations-noreply@cloud.example.net',
    needs: 'alias',
  },
  'nextcloud/declined': DECLINED,
  'nextcloud/tentative': TENTATIVE,
  'notes/accepted': { ...ACCEPTED, note: 'I will attend.' },
  'notes/accepted-without-sequence': { ...ACCEPTED, sequence: null },
  'notes/counter': COUNTER,
  'notes/declined': { ...DECLINED, note: 'Leider nicht möglich.', text: 'Leider nicht möglich.' },
  'notes/delegated': { says: 'DELEGATED' },
  'notes/tentative-japanese': {
    ...TENTATIVE,
    note: '出席できるかもしれません。',
    text: '出席できるかもしれません。',
    subject: '仮承諾: Practice',
  },
  'outlook-web/accepted-address-in-capitals': ACCEPTED,
  'outlook-web/accepted-french': {
    ...ACCEPTED,
    note: 'À bientôt. Coût : 0 €',
    text: 'À bientôt. Coût : 0 €',
    subject: 'Accepté : Practice',
  },
  'outlook-web/accepted-german': {
    ...ACCEPTED,
    note: 'Gern, bis dahin. Schöne Grüße',
    subject: 'Zugesagt: Practice',
    language: 'de-de',
  },
  'outlook-web/accepted-japanese': { ...ACCEPTED, note: '承知しました。', subject: '承諾: Practice' },
  'outlook-web/accepted-utf-16': { ...ACCEPTED, note: 'See you there – gladly.' },
  'outlook-web/counter-portuguese': { ...COUNTER, note: 'Pode ser amanhã?' },
  'outlook-web/declined-french': { ...DECLINED, note: 'Désolé, je suis déjà pris.' },
  'outlook-web/tentative-spanish': { ...TENTATIVE, note: 'Quizá, te confirmo mañana.' },
  'thunderbird/accepted': ACCEPTED,
  'thunderbird/counter': { ...COUNTER, note: 'Einen Tag später?' },
  'thunderbird/declined': { ...DECLINED, subject: 'Antwort auf Terminanfrage (Abgesagt): Practice' },
  'thunderbird/tentative': { ...TENTATIVE, language: 'de-de' },
  'tnef/accepted': { says: 'ignored', reason: 'no-calendar', problem: 'tnef-unreadable' },
  'tnef/accepted-beside-calendar': ACCEPTED,
  'tnef/declined': {
    says: 'ignored',
    reason: 'no-calendar',
    problem: 'tnef-unreadable',
    text: 'Could we do Thursday at 3pm?',
  },
  'yahoo/accepted': ACCEPTED,
  'yahoo/declined': DECLINED,
  'yahoo/tentative': TENTATIVE,
  'zimbra/accepted': { ...ACCEPTED, note: 'Yes, I will attend.' },
  'zimbra/accepted-by-assistant': { ...ACCEPTED, sentBy: 'assistant@example.org' },
  'zimbra/accepted-second-event': ACCEPTED,
  'zimbra/counter': COUNTER,
  'zimbra/declined': DECLINED,
  'zimbra/tentative': TENTATIVE,
};
