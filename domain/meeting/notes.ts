import type { Instant } from '../time/instant.ts';
import type { Notes } from './attendees.ts';
import type { MessageKind, MessageSpec } from './message-spec.ts';
import { timeOf } from './messages.ts';
import type { BookingState } from './state.ts';

/** What nobody asked for, and no calendar waits for. */
const NOTES: readonly MessageKind[] = [
  'approval-request',
  'proposal-declined',
  'proposal-expired',
  'proposal-withdrawn',
  'not-delivered',
  'guest-declined',
  'guest-booked',
];

const isNote = ({ kind, method }: MessageSpec): boolean => method === null && NOTES.includes(kind);

/**
 * Lets notes to one attendee that follow each other within the pause become one mail: the first goes at once, the others
 * wait for its end, and of what they say only the newest about each matter is told then.
 *
 * @param next the meeting after the change that `messages` are of
 */
export function withNotes(
  next: BookingState,
  messages: MessageSpec[],
  nowMs: Instant,
): { state: BookingState; messages: MessageSpec[] } {
  if (next.notesPauseMs === 0) return { state: next, messages };
  const sent = messages.filter((message) => !isNote(message));
  const attendees = next.attendees.map((attendee) => {
    const fresh = messages.filter((message) => isNote(message) && message.to === attendee.id);
    const { mail, kept } = notesTo(next, attendee.notes, fresh, nowMs);
    if (mail) sent.push(mail);
    return { ...attendee, notes: kept };
  });
  return { state: { ...next, attendees }, messages: sent };
}

function notesTo(
  next: BookingState,
  before: Notes,
  fresh: MessageSpec[],
  nowMs: Instant,
): { mail: MessageSpec | null; kept: Notes } {
  const waiting = newestOfEach([...before.waiting, ...fresh]).filter((note) => isNews(note, next, before));
  const isDue = waiting.length > 0 && nowMs >= notesDueMs(next, before);
  const untold = isDue ? [] : waiting;
  const open = before.toldOpen.filter(
    (id) =>
      next.proposals.some(({ proposedBy }) => proposedBy === id) ||
      untold.some(({ proposal }) => proposal?.proposedBy === id),
  );
  if (!isDue) return { mail: null, kept: { ...before, waiting, toldOpen: open } };
  const opened = waiting.flatMap((note) =>
    note.kind === 'approval-request' ? (note.proposal?.proposedBy ?? []) : [],
  );
  return {
    mail: oneMail(waiting, next, nowMs),
    kept: { lastMs: nowMs, waiting: [], toldOpen: [...new Set([...open, ...opened])] },
  };
}

/** When the notes that wait are told. */
export const notesDueMs = (
  { notesPauseMs }: Pick<BookingState, 'notesPauseMs'>,
  { lastMs }: Notes,
): Instant => (lastMs === null ? -Infinity : lastMs + notesPauseMs);

/** Whether a note says that a guest comes, or does not. */
const isComing = (kind: MessageKind): boolean => kind === 'guest-declined' || kind === 'guest-booked';

const newestOfEach = (notes: MessageSpec[]): MessageSpec[] =>
  notes.filter((note, index) => !notes.slice(index + 1).some((later) => matterOf(later) === matterOf(note)));

/** What a note is about: that somebody cannot be reached or does not come, or what somebody proposes. */
const matterOf = ({ kind, proposal, about }: MessageSpec): string =>
  isComing(kind)
    ? `coming/${about}`
    : kind === 'not-delivered' || proposal === null
      ? `reach/${about}`
      : `proposal/${proposal.proposedBy}`;

/** A newer REQUEST has said more; and what came and went while it waited was never there. */
function isNews(
  note: MessageSpec,
  { sequence, proposals, attendees }: BookingState,
  { toldOpen }: Notes,
): boolean {
  if (note.sequence < sequence) return false;
  if (isComing(note.kind)) {
    const guest = attendees.find(({ id }) => id === note.about);
    const declined = !guest || guest.answer.partstat === 'DECLINED';
    return (note.kind === 'guest-declined') === declined;
  }
  if (note.kind === 'approval-request') return proposals.some(({ id }) => id === note.proposal?.id);
  const proposer = note.proposal?.proposedBy;
  return proposer === undefined || proposer === note.to || toldOpen.includes(proposer);
}

/** What has to be decided comes first, then what happened last. */
function oneMail(waiting: MessageSpec[], meeting: BookingState, nowMs: Instant): MessageSpec {
  const [first, ...others] = [...waiting].sort((one, other) => urgency(other) - urgency(one));
  const also = others.map(({ kind, proposal, about }) => ({ kind, proposal, about }));
  return {
    ...first!,
    dtstampMs: nowMs,
    time: timeOf(meeting),
    ...(also.length > 0 && { also }),
  };
}

const urgency = ({ kind, dtstampMs }: MessageSpec): number =>
  kind === 'approval-request' ? Infinity : dtstampMs;
