import type {
  InvitedMeeting,
  MailOwner,
  UnderstandingPorts,
} from '../../../activities/understanding/ports.ts';
import type { InboundDecision } from '../../../activities/understanding/decision.ts';
import { NO_NOTICE, type MailReading } from '../../../activities/understanding/mail.ts';
import type { ReadMessage } from '../../../activities/understanding/read-message.ts';
import { understand } from '../../../activities/understanding/understand.ts';
import type { ItipReading, ItipReply } from '../../../domain/itip/inbound.ts';

export const START = Date.UTC(2030, 4, 17, 14);
export const HOST = 'host@example.com';
export const GUEST = 'guest@example.org';
export const ORGANIZER = 'scheduling@parley.test';

export const PARTIES: InvitedMeeting = {
  tenantId: 'tenant',
  meetingId: 'room',
  uid: 'uid',
  sequence: 0,
  madeMs: START - 7 * 86_400_000,
  status: 'scheduled',
  startMs: START,
  endMs: START + 3_600_000,
  organizer: ORGANIZER,
  addresses: { host: [HOST], guest: [GUEST, 'guest@alias.example'] },
  timezones: { host: 'Europe/Berlin', guest: 'America/New_York' },
  languages: { host: null, guest: null },
};

export const owner = (about: Partial<MailOwner>): MailOwner => ({
  via: 'message-id',
  tenantId: 'tenant',
  meetingId: 'room',
  uid: 'uid',
  attendeeId: 'guest',
  messageId: '<ours@parley.test>',
  method: 'REQUEST',
  sequence: 0,
  ...about,
});

export const reply = (about: Partial<ItipReply> = {}): ItipReply => ({
  kind: 'reply',
  uid: 'uid',
  attendee: GUEST,
  sentBy: null,
  delegatedFrom: null,
  sequence: 0,
  dtstampMs: START - 86_400_000,
  recurrenceIdMs: null,
  organizer: null,
  partstat: 'ACCEPTED',
  contradicted: false,
  comment: '',
  time: null,
  ...about,
});

export const NO_CALENDAR: ItipReading = {
  kind: 'ignored',
  reason: 'no-calendar',
  method: null,
  uid: null,
  sequence: null,
  attendee: null,
  recurrenceIdMs: null,
  comment: '',
};

const MAIL: MailReading = {
  from: GUEST,
  deliveredTo: [],
  to: [],
  inReplyTo: [],
  references: [],
  autoSubmitted: false,
  language: null,
  subject: '',
  hasCalendar: false,
  report: null,
  tnef: null,
  fromMailSystem: false,
  notice: NO_NOTICE,
  problem: null,
};

/** What a guest's message means, with whatever is different about it. */
export function meaning(about: {
  itip?: ItipReading;
  /** `text`: what its writer wrote. */
  mail?: Partial<MailReading> & { text?: string };
  message?: Partial<ReadMessage>;
  parties?: Partial<InvitedMeeting>;
  ports?: Partial<UnderstandingPorts>;
}): Promise<InboundDecision> {
  const itip = about.itip ?? reply();
  const { text = '', ...mail } = about.mail ?? {};
  const message: ReadMessage = {
    id: 'stored',
    effectId: 'effect',
    receivedMs: START - 86_400_000,
    tenantId: null,
    fromNobody: false,
    recipients: [],
    readings: [itip],
    itip,
    ...about.message,
    mail: { ...MAIL, ...mail },
  };
  return understand(message, {
    mode: 'off',
    authenticate: () => Promise.resolve(null),
    invitedMeeting: (uid) => Promise.resolve(uid === 'uid' ? { ...PARTIES, ...about.parties } : null),
    ownersOf: () => Promise.resolve([]),
    signInMailsOf: () => Promise.resolve([]),
    fingerprint: (text) => `print of ${text}`,
    decidedSince: () => Promise.resolve(0),
    writtenText: () => Promise.resolve(text),
    timeInText: () => Promise.resolve(null),
    ...about.ports,
  });
}
