import type { Answering, LinkPurpose, MessageKind, MessageLink, MessageSpec } from './message-spec.ts';
import type { Instant } from '../time/instant.ts';

export type { LinkPurpose, MessageLink } from './message-spec.ts';

/** For what the link of a page is made. */
export const purposeOf = (link: Exclude<MessageLink, 'join'>): LinkPurpose =>
  link === 'cancel' ? 'answer' : link;

/** What an invitation may be answered with, the most likely first. */
export const ANSWERS: readonly Answering[] = ['ACCEPTED', 'TENTATIVE', 'DECLINED'];

/** An answer as it stands in a link's address. */
export const nameOfAnswer = (answer: Answering): string => answer.toLowerCase();

/** The answer of that name; null: there is none. */
export const answerNamed = (name: string): Answering | null =>
  ANSWERS.find((answer) => nameOfAnswer(answer) === name) ?? null;

/** Where the messages of each kind lead, the most likely first. A mail offers what stands here, and what `leading` makes of it. */
export const LINKS = {
  invitation: ['answer', 'propose', 'join'],
  update: ['answer', 'propose', 'join'],
  refresh: ['answer', 'propose', 'join'],
  reminder: ['answer', 'propose', 'join'],
  cancellation: [],
  'approval-request': ['approve', 'decline', 'propose'],
  'booking-request': ['approve', 'decline'],
  'booking-requested': ['cancel'],
  'booking-declined': [],
  'booking-expired': [],
  'proposal-declined': [],
  'proposal-expired': [],
  'proposal-withdrawn': [],
  'proposal-refused': [],
  'fresh-link': ['propose'],
  'confirm-answer': ['confirm'],
  'text-answer': ['answer', 'propose'],
  'delegation-refused': ['answer', 'propose'],
  'not-delivered': ['join'],
  'guest-declined': ['join'],
  'guest-booked': ['join'],
} as const satisfies Record<MessageKind, readonly MessageLink[]>;

/** Where one message leads, the most likely first. */
export const linksOf = ({ kind, leads }: Pick<MessageSpec, 'kind' | 'leads'>): readonly MessageLink[] =>
  leads ?? LINKS[kind];

const FRESH_LINK_MS = 48 * 3_600_000;

/**
 * Until when a message's link works. An invitation is kept for weeks, so its links live until the meeting starts, and until
 * then an answer can be changed; a link to decide lives as long as its proposal.
 */
export function linkExpiresMs(purpose: LinkPurpose, spec: MessageSpec): Instant {
  const untilTheStart = spec.time.startMs;
  switch (purpose) {
    case 'approve':
    case 'decline':
      return spec.proposal?.expiresMs ?? untilTheStart;
    case 'answer':
      return untilTheStart;
    case 'confirm':
      return Math.min(spec.dtstampMs + FRESH_LINK_MS, untilTheStart);
    case 'propose':
      return spec.kind === 'fresh-link'
        ? Math.min(spec.dtstampMs + FRESH_LINK_MS, untilTheStart)
        : untilTheStart;
  }
}
