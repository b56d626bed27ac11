import type { Deliveries } from '../../../activities/inbound/ports.ts';
import type { Meetings } from '../../../activities/meeting/meetings.ts';
import type { MeetingInput } from '../../../domain/meeting/state.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { MeetingOutcome } from '../../../workflows/meeting/messages.ts';

/** Stands in for the workflows where a test is about the doors: writes down what it is asked, and agrees. */
export class RecordedMeetings implements Meetings {
  readonly calls: { what: keyof Meetings; uid: string; type: string | null }[] = [];
  /** What the next call fails with. */
  fail: Error | null = null;
  /** What every call waits for before it answers. */
  gate: Promise<void> = Promise.resolve();

  hold: Meetings['hold'] = async (meeting, event) => {
    await this.#take('hold', meeting.uid, event.type);
    return outcome(meeting, 'held', 0);
  };
  book: Meetings['book'] = async (meeting, event) => {
    await this.#take('book', meeting.uid, event.type);
    return outcome(meeting, 'scheduled', 0);
  };
  cancel: Meetings['cancel'] = async (meeting, event) => {
    await this.#take('cancel', meeting.uid, event.type);
    return outcome(meeting, 'cancelled', 1);
  };
  open: Meetings['open'] = async (meeting, event) => {
    await this.#take('open', meeting.uid, event.type);
    return outcome(meeting, 'live', 0);
  };
  appear: Meetings['appear'] = (meeting, event) => this.#take('appear', meeting.uid, event.type);
  update: Meetings['update'] = async (uid, event) => {
    await this.#take('update', uid, event.type);
    return outcome({ startMs: 0, endMs: 0 }, 'scheduled', 1);
  };
  tell: Meetings['tell'] = (uid, event) => this.#take('tell', uid, event.type);
  resend: Meetings['resend'] = (uid) => this.#take('resend', uid, null);
  reconcile: Meetings['reconcile'] = (uid) => this.#take('reconcile', uid, null);

  /** What goes out without a meeting's workflow. */
  readonly deliveries: Deliveries & { started: string[] } = {
    started: [],
    start: (message) => Promise.resolve(void this.deliveries.started.push(message.key)),
  };

  async #take(what: keyof Meetings, uid: string, type: string | null): Promise<void> {
    this.calls.push({ what, uid, type });
    const { fail } = this;
    this.fail = null;
    await this.gate;
    if (fail) throw fail;
  }
}

const outcome = (
  { startMs, endMs }: Pick<MeetingInput, 'startMs' | 'endMs'> & { startMs: Instant },
  status: MeetingOutcome['status'],
  sequence: number,
): MeetingOutcome => ({ status, sequence, startMs, endMs });
