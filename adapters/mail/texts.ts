import { DECLINED_BY_A_PARTY } from '../../domain/meeting/answers.ts';
import { A_PARTY_UNREACHABLE } from '../../domain/meeting/bouncing.ts';
import type { MessageKind } from '../../domain/meeting/decision.ts';
import type { HeldAnswer } from '../../domain/meeting/events.ts';
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
  confirm: 'Look at it, and say if it was you',
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
  /** The answer that waits for its party's word. */
  says: HeldAnswer['says'] | null;
  /** The form of the link begins with the time that the recipient wrote. */
  suggests: boolean;
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
    case 'refresh':
      return {
        subject: `${product} — Invitation`,
        preheader: `Your meeting with ${about.other}, as it now is.`,
        heading: 'Your invitation, once more',
        paragraphs: [`Your calendar asked for it. You are meeting ${about.other}. ${FROM_CALENDAR}`],
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
    case 'confirm-answer':
    case 'text-answer':
    case 'not-delivered':
      return letter(about, about.kind);
    default:
      return aboutProposal(about, about.kind);
  }
}

type Letter = 'confirm-answer' | 'text-answer' | 'not-delivered';

const SAID: Record<HeldAnswer['says'], string> = {
  ACCEPTED: 'accepts your meeting',
  DECLINED: 'declines your meeting',
  TENTATIVE: 'answers “maybe” to your meeting',
  COUNTER: 'asks for a new time for your meeting',
};

function letter({ product, other, says, suggests }: About, kind: Letter): Words {
  switch (kind) {
    case 'confirm-answer':
      return {
        subject: `${product} — Was this you?`,
        preheader: 'We received an answer in your name and would like to be sure.',
        heading: 'Was this answer yours?',
        paragraphs: [
          `We received a mail in your name that ${says === null ? 'answers your invitation' : SAID[says]}. We could not tell whether you sent it, so it has changed nothing yet.`,
          'If it was you, please confirm it with the button. If it was not, there is nothing to do.',
        ],
        footer: ['The link works until the meeting starts, for two days at most.', PRIVATE],
      };
    case 'text-answer':
      return {
        subject: `${product} — Request a New Time`,
        preheader: 'Choose a new time with one link.',
        heading: 'Would you like another time?',
        paragraphs: [
          `Nobody reads the mailbox that you wrote to. With the link you can ask ${other} for a new time${suggests ? '; the form begins with the one that we understood' : ''}.`,
          'If the time suits you as it is, accept the invitation in your calendar.',
        ],
        footer: ['This is an automatic answer; further mails are not answered for a day.', PRIVATE],
      };
    case 'not-delivered':
      return {
        subject: `${product} — Invitation Not Delivered`,
        preheader: `Our invitation to ${other} came back.`,
        heading: 'The other side could not be reached',
        paragraphs: [
          `Our invitation to ${other} came back, so ${other} may not know of the meeting. It still stands.`,
        ],
        footer: ['Whoever arranged the meeting has been told, too.', PRIVATE],
      };
  }
}

function cancellation({ product, other, reason }: About): Words {
  const words =
    reason === DECLINED_BY_A_PARTY
      ? ['One of you declined, so the meeting does not take place.']
      : reason === A_PARTY_UNREACHABLE
        ? ['One of you could not be reached by mail, so the meeting does not take place.']
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
  kind: Exclude<
    MessageKind,
    'invitation' | 'update' | 'refresh' | 'cancellation' | 'approval-request' | Letter
  >,
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
