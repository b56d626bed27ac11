import { MeetingNotRunning, MeetingRefused, type Meetings } from '../../../activities/meeting/meetings.ts';
import type { MeetingStore } from '../../../activities/meeting/ports.ts';
import { decide } from '../../../domain/meeting/decide.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import {
  invitationsThatDiffer,
  isOver,
  openMeeting,
  type MeetingInput,
  type MeetingState,
} from '../../../domain/meeting/state.ts';
import type {
  Command,
  MeetingOutcome,
  ResendRequest,
  SignalEvent,
} from '../../../workflows/meeting/messages.ts';

/**
 * The meetings without Temporal: the same rules, the same transaction, one event after the other.
 * What the engine itself does (waiting, retries, crashes) is tested with the engine.
 */
export class DirectMeetings implements Meetings {
  readonly events: MeetingEvent[] = [];
  readonly resent: ResendRequest[] = [];
  /** The next event fails with this, after it has had its effect: the answer is what got lost. */
  failAfter: Error | null = null;
  /** Every event waits for this first. */
  gate: Promise<void> = Promise.resolve();
  readonly #states = new Map<string, MeetingState>();
  readonly #store: MeetingStore;
  readonly #nowMs: () => number;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(store: MeetingStore, nowMs: () => number) {
    this.#store = store;
    this.#nowMs = nowMs;
  }

  hold = (meeting: MeetingInput, event: MeetingEvent) => this.#start(meeting, event);
  book = (meeting: MeetingInput, event: MeetingEvent) => this.#start(meeting, event);
  cancel = (meeting: MeetingInput, event: MeetingEvent) => this.#start(meeting, event);
  open = (meeting: MeetingInput, event: MeetingEvent) => this.#start(meeting, event);
  appear = async (meeting: MeetingInput, event: MeetingEvent) => {
    await this.#start(meeting, event).catch(unlessRefused);
  };
  update = (uid: string, event: Command) => this.#inTurn(() => this.#take(this.#running(uid), event));
  reconcile = () => Promise.resolve();

  async tell(uid: string, event: SignalEvent): Promise<void> {
    try {
      await this.#inTurn(() => this.#take(this.#running(uid), event));
    } catch (error) {
      unlessRefused(error);
    }
  }

  resend(uid: string, message: ResendRequest): Promise<void> {
    this.#running(uid);
    this.resent.push(message);
    return Promise.resolve();
  }

  /** Does what is due now. */
  tick = (uid: string) =>
    this.#inTurn(() =>
      this.#take(this.#running(uid), { type: 'deadline', key: `deadline/${this.#nowMs()}`, door: 'clock' }),
    );

  #start(meeting: MeetingInput, event: MeetingEvent): Promise<MeetingOutcome> {
    const known = this.#states.get(meeting.uid);
    if (known && isOver(known)) return Promise.reject(new MeetingNotRunning());
    return this.#inTurn(() => this.#take(this.#states.get(meeting.uid) ?? openMeeting(meeting), event));
  }

  #running(uid: string): MeetingState {
    const state = this.#states.get(uid);
    if (!state || isOver(state)) throw new MeetingNotRunning();
    return state;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(() => this.gate).then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #take(state: MeetingState, event: MeetingEvent): Promise<MeetingOutcome> {
    this.events.push(event);
    if (!state.recentEventKeys.includes(event.key)) await this.#decide(state, event);
    const { failAfter } = this;
    this.failAfter = null;
    if (failAfter) throw failAfter;
    const { status, sequence, startMs, endMs } = this.#states.get(state.uid) ?? state;
    return { status, sequence, startMs, endMs };
  }

  async #decide(state: MeetingState, event: MeetingEvent): Promise<void> {
    const nowMs = this.#nowMs();
    const change = decide(state, event, nowMs);
    if (change.kind === 'refusal') throw new MeetingRefused(change.code);
    const result = await this.#store.commit({
      meetingId: state.meetingId,
      event,
      nowMs,
      change,
      invitations: invitationsThatDiffer(state, change.next),
      callId: null,
    });
    if (result.kind === 'refused') throw new MeetingRefused(result.code);
    this.#states.set(state.uid, change.next);
  }
}

/** Nobody waits for a signal's answer. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof MeetingRefused)) throw error;
}
