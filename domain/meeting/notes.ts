import type { MessageKind, MessageSpec } from './decision.ts';
import { timeOf } from './messages.ts';
import { ROLES, type MeetingState, type Role } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** What a party is told in words, and what of it waits to be told. */
export interface Notes {
  /** When it got the last one; null: it has got none. */
  lastMs: Instant | null;
  /** Too soon after the last one; the newest about each matter. */
  waiting: MessageSpec[];
  /** The proposal of the other party of which it was told last, and not yet that it came to nothing. */
  toldOpen: string | null;
}

/** What nobody asked for, and no calendar waits for. */
const NOTES: readonly MessageKind[] = [
  'approval-request',
  'proposal-declined',
  'proposal-expired',
  'proposal-withdrawn',
  'not-delivered',
];

const isNote = ({ kind, method }: MessageSpec): boolean => method === null && NOTES.includes(kind);

type NotesState = Pick<
  MeetingState,
  'notes' | 'notesPauseMs' | 'proposals' | 'sequence' | 'startMs' | 'endMs'
>;

/**
 * Lets notes to one party that follow each other within the pause become one mail: the first goes at once, the others
 * wait for its end, and of what they say only the newest about each matter is told then.
 *
 * @param next the meeting after the change that `messages` are of
 */
export function withNotes(
  next: NotesState,
  messages: MessageSpec[],
  nowMs: Instant,
): { messages: MessageSpec[]; notes: Record<Role, Notes> } {
  if (next.notesPauseMs === 0) return { messages, notes: next.notes };
  const sent = messages.filter((message) => !isNote(message));
  const notes = { ...next.notes };
  for (const role of ROLES) {
    const fresh = messages.filter((message) => isNote(message) && message.to === role);
    const { mail, kept } = notesTo(next, next.notes[role], fresh, nowMs);
    notes[role] = kept;
    if (mail) sent.push(mail);
  }
  return { messages: sent, notes };
}

function notesTo(
  next: NotesState,
  before: Notes,
  fresh: MessageSpec[],
  nowMs: Instant,
): { mail: MessageSpec | null; kept: Notes } {
  const waiting = newestOfEach([...before.waiting, ...fresh]).filter((note) => isNews(note, next, before));
  const theirs = waiting.find((note) => matterOf(note) === 'their-proposal');
  if (waiting.length > 0 && nowMs >= notesDueMs(next, before)) {
    const toldOpen = theirs ? openedBy(theirs) : stillOpen(before, next);
    return { mail: oneMail(waiting, next, nowMs), kept: { lastMs: nowMs, waiting: [], toldOpen } };
  }
  return {
    mail: null,
    kept: { ...before, waiting, toldOpen: theirs ? before.toldOpen : stillOpen(before, next) },
  };
}

/** When the notes that wait are told. */
export const notesDueMs = (
  { notesPauseMs }: Pick<MeetingState, 'notesPauseMs'>,
  { lastMs }: Notes,
): Instant => (lastMs === null ? -Infinity : lastMs + notesPauseMs);

const newestOfEach = (notes: MessageSpec[]): MessageSpec[] =>
  notes.filter((note, index) => !notes.slice(index + 1).some((later) => matterOf(later) === matterOf(note)));

function matterOf({ kind, proposal, to }: MessageSpec): 'delivery' | 'own-proposal' | 'their-proposal' {
  if (kind === 'not-delivered' || proposal === null) return 'delivery';
  return proposal.proposedBy === to ? 'own-proposal' : 'their-proposal';
}

/** A newer REQUEST has said more; and what came and went while it waited was never there. */
function isNews(note: MessageSpec, { sequence, proposals }: NotesState, { toldOpen }: Notes): boolean {
  if (note.sequence < sequence) return false;
  if (note.kind === 'approval-request') return proposals.some(({ id }) => id === note.proposal?.id);
  return matterOf(note) !== 'their-proposal' || toldOpen !== null;
}

const openedBy = ({ kind, proposal }: MessageSpec): string | null =>
  kind === 'approval-request' ? (proposal?.id ?? null) : null;

const stillOpen = ({ toldOpen }: Notes, { proposals }: NotesState): string | null =>
  proposals.some(({ id }) => id === toldOpen) ? toldOpen : null;

/** What has to be decided comes first, then what happened last. */
function oneMail(waiting: MessageSpec[], meeting: NotesState, nowMs: Instant): MessageSpec {
  const [first, ...others] = [...waiting].sort((one, other) => urgency(other) - urgency(one));
  const also = others.map(({ kind, proposal }) => ({ kind, proposal }));
  return {
    ...first!,
    dtstampMs: nowMs,
    time: timeOf(meeting),
    ...(also.length > 0 && { also }),
  };
}

const urgency = ({ kind, dtstampMs }: MessageSpec): number =>
  kind === 'approval-request' ? Infinity : dtstampMs;
