import type { RefusalCode } from '../../domain/meeting/decision.ts';
import type { Booked, CalendarEventSeen, Cancelled, Held, Opened } from '../../domain/meeting/events.ts';
import type { MeetingInput } from '../../domain/meeting/state.ts';
import type {
  Command,
  MeetingOutcome,
  ResendRequest,
  SignalEvent,
} from '../../workflows/meeting/messages.ts';

/**
 * The way to the meetings' workflows for everything outside them. Those that give an outcome answer when the change is
 * committed, and the same event again answers the same; they throw MeetingRefused, MeetingNotRunning or
 * EngineUnavailable.
 */
export interface Meetings {
  /** Begins a meeting that holds its time. */
  hold(meeting: MeetingInput, event: Held): Promise<MeetingOutcome>;
  /** Starts the meeting's workflow when it does not run yet. */
  book(meeting: MeetingInput, event: Booked): Promise<MeetingOutcome>;
  /** Cancels, also a meeting that nobody has booked yet. */
  cancel(meeting: MeetingInput, event: Cancelled): Promise<MeetingOutcome>;
  /** Begins a meeting that is in no calendar. */
  open(meeting: MeetingInput, event: Opened): Promise<MeetingOutcome>;
  /** Tells what the calendar of a room says of a meeting; starts its workflow when there is none. */
  appear(meeting: MeetingInput, event: CalendarEventSeen): Promise<void>;
  update(uid: string, event: Command): Promise<MeetingOutcome>;
  tell(uid: string, event: SignalEvent): Promise<void>;
  /** Tries a message that had failed for good once more. */
  resend(uid: string, message: ResendRequest): Promise<void>;
  /** Makes the workflow look for committed changes that it does not know of. */
  reconcile(uid: string): Promise<void>;
}

/** The meeting refused an event; `code` says why. */
export class MeetingRefused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(`the meeting refused: ${code}`);
    this.name = 'MeetingRefused';
    this.code = code;
  }
}

/** No workflow of this meeting runs: it is over, or nobody has booked it. */
export class MeetingNotRunning extends Error {
  constructor() {
    super('no workflow of this meeting runs');
    this.name = 'MeetingNotRunning';
  }
}

/** Why the meeting refused what was asked of it, one that does not run any more included; null: the failure is another. */
export function refusalOf(error: unknown): RefusalCode | null {
  if (error instanceof MeetingRefused) return error.code;
  return error instanceof MeetingNotRunning ? 'meeting-over' : null;
}

/** The meeting is over, says who was asked for a change of it. */
export const saysItIsOver = (error: unknown): boolean => refusalOf(error) === 'meeting-over';

/** The engine did not answer in time. What was asked may still happen; asking again with the same key is safe. */
export class EngineUnavailable extends Error {
  constructor(cause: unknown) {
    super('the meeting engine does not answer', { cause });
    this.name = 'EngineUnavailable';
  }
}
