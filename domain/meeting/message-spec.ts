import type { Partstat } from '../ical/partstat.ts';
import type { Instant, TimeRange } from '../time/instant.ts';
import type { AttendeeId } from './attendee-id.ts';
import type { Proposal } from './proposal.ts';

/**
 * What a message is about. `method` follows from it:
 * invitation, update and refresh are REQUEST, cancellation is CANCEL; the others, reminders too, are mail for people,
 * except that the end of a proposal that came as COUNTER is told with DECLINECOUNTER.
 */
export const MESSAGE_KINDS = [
  'invitation',
  'update',
  'cancellation',
  'approval-request',
  /** Asks the hosts whether they take a booking. */
  'booking-request',
  /** Tells a guest that the hosts are asked. */
  'booking-requested',
  'booking-declined',
  'booking-expired',
  'proposal-declined',
  'proposal-expired',
  'proposal-withdrawn',
  'proposal-refused',
  'fresh-link',
  'reminder',
  /** The newest invitation once more. */
  'refresh',
  /** Asks whether an answer in the recipient's name is its own. */
  'confirm-answer',
  /** The answer to words: links to answer, and to ask for another time. */
  'text-answer',
  /** Nobody else can go in the recipient's place. */
  'delegation-refused',
  /** Somebody else cannot be reached. */
  'not-delivered',
  /** A guest does not come, and the meeting stands. */
  'guest-declined',
  /** One more guest has taken a seat. */
  'guest-booked',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What a link was mailed for; it opens that and nothing else. */
export type LinkPurpose = 'answer' | 'propose' | 'approve' | 'decline' | 'confirm';

/**
 * What a message leads to: a page of a link of its recipient's own, or the meeting's door, which is the same for all. `cancel` is a
 * link to answer that opens at the question whether to cancel.
 */
export type MessageLink = LinkPurpose | 'cancel' | 'join';

/** Why a guest can only come or not: they never could change it, it is too late by now, or they are one of many. */
export type Fixed = 'never' | 'late' | 'seats';

/** What somebody may answer. */
export type Answering = Exclude<Partstat, 'NEEDS-ACTION'>;

export const CALENDAR_METHODS = ['REQUEST', 'CANCEL', 'DECLINECOUNTER'] as const;
export type CalendarMethod = (typeof CALENDAR_METHODS)[number];

/** A message that has to go out, in terms of attendee ids: who `to` is, only the database knows. */
export interface MessageSpec {
  /** Unique within the meeting (rule 3 of the design): one message for a key, ever. */
  key: string;
  to: AttendeeId;
  kind: MessageKind;
  method: CalendarMethod | null;
  sequence: number;
  /** DTSTAMP and Date. */
  dtstampMs: Instant;
  /** The meeting's time as of this message. */
  time: TimeRange;
  /** The time before this change, when it changed. */
  previousTime: TimeRange | null;
  proposal: Proposal | null;
  /** Whose doing it is about, or who cannot be reached; null: nobody's, or everybody else's. */
  about: AttendeeId | null;
  /** Who cancelled it; absent: nobody who takes part, or nobody is to be named. */
  by?: AttendeeId;
  /** Whose place `about` has taken. */
  former?: AttendeeId;
  /** Where it leads; absent: where all of its kind do. */
  leads?: readonly MessageLink[];
  /** The recipient booked it for themselves, and was not asked. */
  booked?: true;
  /** The recipient is a host, with whom guests have booked it. */
  offered?: true;
  /** Why the recipient cannot move it; absent: they can ask for that. */
  fixed?: Fixed;
  /** The recipient can move or cancel it until then; absent: until it begins, or not at all. */
  changeableUntilMs?: Instant;
  /** Of one with seats, from which a guest is gone: how many guests come, and how many seats are free. */
  seats?: { coming: number; free: number };
  /** A reason from the backend, free text; or a refusal's code for `proposal-refused`. */
  reason: string;
  /** How the recipient stands in its calendar; NEEDS-ACTION when absent. */
  partstat?: Partstat;
  /** Minutes before the start at which the recipient's calendar reminds them; absent: none of ours. */
  alarmMinutesBefore?: readonly number[];
  /** From then on it is not sent any more, nor once its time is not the meeting's; absent: it is of use at any time. */
  usefulUntilMs?: Instant;
  /** For `confirm-answer`. */
  held?: HeldAnswer;
  /** For `text-answer`: the time that the form begins with. */
  suggestion?: TimeRange;
  /** For `text-answer`: the answer that the words seem to be. */
  leaning?: Answering;
  /** What else is told in the same mail. */
  also?: Pick<MessageSpec, 'kind' | 'proposal' | 'about'>[];
}

/** An answer that waits until the attendee in whose name it is says that it is theirs. */
export interface HeldAnswer {
  /** The stored message that says it. */
  inboundId: string;
  says: Answering | 'COUNTER';
  /** The time that a COUNTER asks for. */
  time: TimeRange | null;
}
