import { DECLINED_BY_A_PARTY } from '../../domain/meeting/answers.ts';
import type { MessageKind } from '../../domain/meeting/decision.ts';
import { cleanText } from '../../domain/ical/text.ts';
import { refusalWords } from './refusal-texts.ts';

/** What somebody is called whose name we were not told. */
export const STRANGER = 'the other participant';

export const LABELS = {
  when: 'When',
  newTime: 'New time',
  before: 'Before',
  wasPlanned: 'Was planned for',
  proposed: 'Proposed time',
  current: 'Current time',
  stays: 'Your meeting stays at',
  wasProposed: 'Was proposed',
  join: 'Join the meeting',
  propose: 'Request new time',
  proposeOther: 'Request a different time',
  approve: 'Approve new time',
  decline: 'Decline',
} as const;

export interface Words {
  subject: string;
  /** Shown by mail programs beside the subject. */
  preheader: string;
  heading: string;
  paragraphs: string[];
  /** Small, at the end. */
  footer: string[];
}

interface About {
  kind: MessageKind;
  product: string;
  /** The other party's name, or STRANGER. */
  other: string;
  reason: string;
  /** The recipient made the proposal that the message is about. */
  ownProposal: boolean;
  /** When the proposal expires, in words. */
  expires: string;
}

const PRIVATE = 'Your e-mail address is not shared with the other participant.';
const FROM_CALENDAR = 'Accept or decline in your calendar, or with the buttons of your mail program.';
const NOTHING_CHANGES = 'Nothing changes in your calendar.';

/** The words of a message of each kind. */
export function wordsFor(about: About): Words {
  const { product } = about;
  switch (about.kind) {
    case 'invitation':
      return {
        subject: `${product} — Invitation`,
        preheader: `You are meeting ${about.other}.`,
        heading: 'You are invited',
        paragraphs: [`You are meeting ${about.other}. ${FROM_CALENDAR}`],
        footer: ['Does the time not suit you? Request a new one; no account needed.', PRIVATE],
      };
    case 'update':
      return {
        subject: `${product} — Updated Time`,
        preheader: `Your meeting with ${about.other} has a new time.`,
        heading: 'The time has changed',
        paragraphs: [
          `Your meeting with ${about.other} has a new time. Please answer again: ${lowerFirst(FROM_CALENDAR)}`,
        ],
        footer: [PRIVATE],
      };
    case 'cancellation':
      return cancellation(about);
    case 'approval-request':
      return {
        subject: `Approve new time for ${product}?`,
        preheader: `${upperFirst(about.other)} asks for a new time. Approve or decline.`,
        heading: 'Does this time suit you?',
        paragraphs: [
          `${upperFirst(about.other)} would like to move your meeting. It stays as it is until you approve.`,
        ],
        footer: [`Please decide before ${about.expires}. After that the meeting keeps its time.`, PRIVATE],
      };
    default:
      return aboutProposal(about, about.kind);
  }
}

function cancellation({ product, other, reason }: About): Words {
  const words =
    reason === DECLINED_BY_A_PARTY
      ? ['One of you declined, so the meeting does not take place.']
      : reason.trim() === ''
        ? []
        : [`Reason: ${cleanText(reason).trim()}`];
  return {
    subject: `${product} — Cancelled`,
    preheader: `Your meeting with ${other} is cancelled.`,
    heading: 'The meeting is cancelled',
    paragraphs: [
      `Your meeting with ${other} is cancelled. ${words.join(' ')}`.trim(),
      'Your calendar is updated; there is nothing more to do.',
    ],
    footer: [PRIVATE],
  };
}

function aboutProposal(
  { product, other, reason, ownProposal }: About,
  kind: Exclude<MessageKind, 'invitation' | 'update' | 'cancellation' | 'approval-request'>,
): Words {
  const footer = [PRIVATE];
  switch (kind) {
    case 'proposal-declined':
      return {
        subject: `${product} — New Time Declined`,
        preheader: `${upperFirst(other)} declined the new time. Your meeting stays as it was.`,
        heading: 'The meeting keeps its time',
        paragraphs: [`${upperFirst(other)} declined the time that you proposed. ${NOTHING_CHANGES}`],
        footer,
      };
    case 'proposal-expired': {
      const what = ownProposal
        ? `${upperFirst(other)} did not answer your request for a new time.`
        : `The request of ${other} for a new time was not answered.`;
      return {
        subject: `${product} — Request Expired`,
        preheader: `${what} Your meeting stays as it was.`,
        heading: 'The request has expired',
        paragraphs: [`${what} ${NOTHING_CHANGES}`],
        footer,
      };
    }
    case 'proposal-withdrawn':
      return {
        subject: `${product} — Request Withdrawn`,
        preheader: `${upperFirst(other)} took the request for a new time back.`,
        heading: 'No decision needed any more',
        paragraphs: [`${upperFirst(other)} took the request for a new time back. ${NOTHING_CHANGES}`],
        footer,
      };
    case 'proposal-refused':
      return {
        subject: `${product} — New Time Not Possible`,
        preheader: 'Your meeting stays as it was.',
        heading: 'That time is not possible',
        paragraphs: [
          `The time that you proposed cannot be taken: ${refusalWords(reason)} ${NOTHING_CHANGES}`,
        ],
        footer,
      };
    case 'fresh-link':
      return {
        subject: `${product} — Your New Link`,
        preheader: 'With this link you can request a new time.',
        heading: 'Here is your new link',
        paragraphs: [
          `With it you can request a new time for your meeting with ${other}. It works until the meeting starts.`,
        ],
        footer: ['You did not ask for it? Then you can ignore this mail.', ...footer],
      };
  }
}

const upperFirst = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
const lowerFirst = (text: string): string => text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
