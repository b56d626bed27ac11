import type { MessageSpec } from '../../domain/meeting/message-spec.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Wording } from '../texts/texts.ts';
import { dayIn } from './times.ts';

/** In characters. Two such names, the words between them and a day fit into a header. */
const LONGEST_NAME = 60;

/**
 * A title or the product's name as a subject has it: at most 60 characters, so that what comes after it is still read. What is
 * seen as one character, as emoji are that stand for several, is not cut.
 */
export function inSubject(name: string): string {
  if ([...name].length <= LONGEST_NAME) return name;
  let kept = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name)) {
    if ([...kept, ...segment].length >= LONGEST_NAME) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

interface About {
  spec: Pick<MessageSpec, 'kind' | 'time' | 'proposal'>;
  /** The subject of the message's kind. */
  words: string;
  title: string;
  /** The reader's (IANA name); null: UTC. */
  zone: string | null;
}

/**
 * The subject of a message about a meeting: "Practice Session — Invitation: First practice, 17 May". Mail programs put what has
 * one subject together, and two meetings should not be.
 */
export function subjectAbout({ spec, words, title, zone }: About, wording: Wording): string {
  const key = ASKS.test(words) ? 'mail.subject.asks' : 'mail.subject.says';
  return wording.t(key, { words, title: inSubject(title), day: dayIn(dayOf(spec), zone, wording) });
}

const ASKS = /[?？]$/;

/** Who decides about a new time looks for that; every other message is about the time that the meeting has. */
const dayOf = ({ kind, time, proposal }: About['spec']): Instant =>
  kind === 'approval-request' && proposal ? proposal.startMs : time.startMs;
