import { DECLINED_BY_AN_ATTENDEE, SEAT_GIVEN_BACK } from '../../domain/meeting/answers.ts';
import { AN_ATTENDEE_UNREACHABLE } from '../../domain/meeting/bouncing.ts';
import { generalCode, type RefusalCode } from '../../domain/meeting/decision.ts';
import type { Role } from '../../domain/meeting/attendee-id.ts';
import type { Answering, Fixed, HeldAnswer, MessageKind } from '../../domain/meeting/message-spec.ts';
import type { Partstat } from '../../domain/ical/partstat.ts';
import { HANDED_OVER, TAKEN_OUT } from '../../domain/meeting/attending.ts';
import { TAKEN_BACK } from '../../domain/meeting/requesting.ts';
import { SENT_AGAIN } from '../../domain/meeting/resending.ts';
import { cleanText } from '../../domain/ical/text.ts';
import type { TextKey } from '../texts/keys.ts';
import type { PeopleValues } from '../texts/people.ts';
import type { Texts, Wording } from '../texts/texts.ts';
import { inSubject } from './subject.ts';

export interface Words {
  subject: string;
  /** Shown by mail programs beside the subject. */
  preheader: string;
  heading: string;
  paragraphs: string[];
  /** Small, at the end. */
  footer: string[];
}

/** Who cancelled it; `by`: their name, where it is known. */
export interface Canceller {
  who: 'reader' | 'named' | Role | 'nobody';
  by: string;
}

/** What the recipient can change with the links: when it is, also whether it is, or nothing. */
export type Change = 'open' | 'cancel' | Fixed;

export interface About {
  kind: MessageKind;
  product: string;
  /** Whom it is about. */
  people: PeopleValues;
  reason: string;
  /** The recipient made the proposal that the message is about. */
  ownProposal: boolean;
  /** What the recipient has answered. */
  partstat: Partstat;
  /** How many have to approve that proposal. */
  askedCount: number;
  /** The answer that waits for its attendee's word. */
  says: HeldAnswer['says'] | null;
  /** The form of the link begins with the time that the recipient wrote. */
  suggests: boolean;
  /** The answer that the recipient's words seem to be. */
  leaning: Answering | null;
  cancelling: Canceller;
  /** Whose place somebody else has taken: their name, or nothing where it is not known; null: nobody's. */
  former: string | null;
  /** The recipient booked it for themselves. */
  booked: boolean;
  /** Who has booked it with the recipient, by name, and nothing where nobody told one; null: they did not. */
  booker: string | null;
  /** The meeting's. */
  title: string;
  change: Change;
  /** Until when, in words; empty: until it begins, or not at all. */
  changeableUntil: string;
  /** Of a meeting with seats, from which a guest is gone; null: it is none. */
  seats: { coming: number; free: number } | null;
  /** When the proposal expires, in words. */
  expires: string;
}

/**
 * The words of a message of any kind: those of its group `mail.kind.<kind>` in the text files. A group may have a
 * second paragraph (`closing`) and a line at the end (`footer`).
 */
export function wordsFor(about: About, texts: Pick<Texts, 'has'>, wording: Wording): Words {
  const { kind, product, reason } = about;
  const values = {
    product: inSubject(product),
    ...about.people,
    askedCount: about.askedCount,
    expires: about.expires,
    asker: about.ownProposal ? 'reader' : 'other',
    answer: ANSWERS[about.partstat],
    cause: CAUSES[reason] ?? (reason.trim() === '' ? 'none' : 'given'),
    says: about.says ?? 'none',
    suggests: about.suggests ? 'yes' : 'no',
    leaning: about.leaning ?? 'none',
    canceller: about.cancelling.who,
    by: about.cancelling.by,
    former: about.former ?? '',
    knowsFormer: about.former ? 'yes' : 'no',
    booked: about.booked ? 'yes' : 'no',
    offered: about.booker === null ? 'no' : 'yes',
    knowsBooker: about.booker ? 'yes' : 'no',
    booker: about.booker ?? '',
    title: about.title,
    change: about.change,
    seat: about.seats ? 'yes' : 'no',
    coming: about.seats?.coming ?? 0,
    free: about.seats?.free ?? 0,
    until: about.changeableUntil,
    ends: about.changeableUntil === '' ? 'start' : 'before',
    move: about.change === 'open' || about.change === 'cancel' ? 'yes' : 'no',
    reason: cleanText(reason).trim(),
    why: kind === 'proposal-refused' ? refusalWords(about, texts, wording) : '',
  };
  const { t } = wording;
  const closing = `mail.kind.${kind}.closing` as const;
  const footer = `mail.kind.${kind}.footer` as const;
  return {
    subject: t(`mail.kind.${kind}.subject`, values),
    preheader: t(`mail.kind.${kind}.preheader`, values).trim(),
    heading: t(`mail.kind.${kind}.heading`, values),
    paragraphs: [
      t(`mail.kind.${kind}.body`, values).trim(),
      ...(texts.has(closing) ? [t(closing, values)] : []),
    ],
    footer: [
      ...(texts.has(footer) ? [t(footer, values).trim()].filter((line) => line !== '') : []),
      t('mail.private', { count: about.people.othersCount }),
    ],
  };
}

/** By what they have answered, readers are asked for an answer or not. */
const ANSWERS: Record<Partstat, string> = {
  ACCEPTED: 'accepted',
  TENTATIVE: 'tentative',
  DECLINED: 'asked',
  'NEEDS-ACTION': 'asked',
};

/** The reasons that are codes of ours; any other is the backend's own text. */
const CAUSES: Partial<Record<string, string>> = {
  [DECLINED_BY_AN_ATTENDEE]: 'declined',
  [AN_ATTENDEE_UNREACHABLE]: 'unreachable',
  [SENT_AGAIN]: 'again',
  [TAKEN_OUT]: 'removed',
  [HANDED_OVER]: 'handed',
  [SEAT_GIVEN_BACK]: 'seat',
  [TAKEN_BACK]: 'back',
};

type RefusalKey = Extract<TextKey, `mail.refusal.${string}`>;

/** Why something was refused, in a sentence. Who is busy stays private. */
function refusalWords({ reason, people }: About, texts: Pick<Texts, 'has'>, { t }: Wording): string {
  const key = `mail.refusal.${generalCode(reason as RefusalCode)}` as RefusalKey;
  return t(texts.has(key) ? key : 'mail.refusal.other', people);
}
