import { readFileSync } from 'node:fs';
import { LINKS, type MessageLink } from '../../../domain/meeting/links.ts';
import type { MessageView } from '../../../activities/delivery/ports.ts';
import type { CalendarMethod, MessageKind, MessageSpec } from '../../../domain/meeting/message-spec.ts';

const HOUR_MS = 3_600_000;
export const START_MS = Date.UTC(2026, 10, 24, 14);
const time = { startMs: START_MS, endMs: START_MS + 0.75 * HOUR_MS };

export const proposal = {
  id: 'p1',
  proposedBy: 'host',
  asked: ['guest'],
  waitsFor: ['guest'],
  door: 'mail' as const,
  note: 'A day later?',
  createdMs: START_MS - 72 * HOUR_MS,
  expiresMs: START_MS - 24 * HOUR_MS,
  startMs: START_MS + 24 * HOUR_MS,
  endMs: START_MS + 24.75 * HOUR_MS,
};

/** Every kind of message with the methods that it may have. */
export const KINDS: [MessageKind, CalendarMethod | null][] = [
  ['invitation', 'REQUEST'],
  ['update', 'REQUEST'],
  ['reminder', null],
  ['cancellation', 'CANCEL'],
  ['approval-request', null],
  ['proposal-declined', 'DECLINECOUNTER'],
  ['proposal-declined', null],
  ['proposal-expired', 'DECLINECOUNTER'],
  ['proposal-expired', null],
  ['proposal-withdrawn', null],
  ['proposal-refused', 'DECLINECOUNTER'],
  ['fresh-link', null],
  ['refresh', 'REQUEST'],
  ['confirm-answer', null],
  ['text-answer', null],
  ['not-delivered', null],
];

export function viewOf(
  kind: MessageKind,
  method: CalendarMethod | null,
  spec: Partial<MessageSpec> = {},
): MessageView {
  return {
    spec: {
      key: 'key',
      to: 'guest',
      kind,
      method,
      sequence: kind === 'invitation' ? 0 : 1,
      dtstampMs: Date.UTC(2026, 10, 20, 9, 12),
      time,
      previousTime: kind === 'update' ? { startMs: START_MS - HOUR_MS, endMs: START_MS } : null,
      proposal: kind.startsWith('proposal') || kind === 'approval-request' ? proposal : null,
      about: null,
      reason: kind === 'proposal-refused' ? 'host-busy' : '',
      ...(kind === 'confirm-answer' && {
        held: { inboundId: 'm1', says: 'COUNTER' as const, time: proposal },
      }),
      ...(kind === 'text-answer' && { suggestion: proposal }),
      ...spec,
    },
    uid: '4f3c@parley.test',
    messageId: `<${kind}.${method}@parley.test>`,
    tenant: {
      organizerEmail: 'scheduling@parley.test',
      organizerName: 'Parley',
      productName: 'Practice Session',
    },
    answerTo: { mail: null, calendar: 'scheduling@parley.test' },
    meeting: { title: 'Interview practice', description: 'Bring a problem. Questions: help@parley.test' },
    recipient: {
      id: 'guest',
      required: true,
      email: 'grace@example.com',
      name: 'Grace',
      timezone: 'Europe/Berlin',
      language: null,
    },
    others: [{ id: 'host', name: 'Élodie', timezone: 'America/New_York' }],
    hostTimezone: 'America/New_York',
    links: { join: 'https://meet.example.com/parley', ...linksOf(kind) },
  };
}

export const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/mail/${name}.eml`, import.meta.url));

const LINK_ADDRESSES: Record<Exclude<MessageLink, 'join'>, string> = {
  answer: 'https://parley.test/answer?t=ANSWER',
  cancel: 'https://parley.test/answer/cancel?t=CANCEL',
  propose: 'https://parley.test/reschedule?r=PROPOSE',
  approve: 'https://parley.test/approve?t=APPROVE',
  decline: 'https://parley.test/decline?t=DECLINE',
  confirm: 'https://parley.test/confirm?c=CONFIRM',
};

const linksOf = (kind: MessageKind): Partial<Record<MessageLink, string>> =>
  Object.fromEntries(
    LINKS[kind].filter((link) => link !== 'join').map((link) => [link, LINK_ADDRESSES[link]]),
  );
