import {
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type { MeetingActivities } from '../../activities/meeting/activities.ts';
import type { CommitResult, CommittedEvent, PreparedMessage } from '../../activities/meeting/ports.ts';
import { nextDeadline } from '../../domain/meeting/deadline.ts';
import { decide } from '../../domain/meeting/decide.ts';
import type { Change, Decision, RefusalCode } from '../../domain/meeting/decision.ts';
import type { MeetingEvent } from '../../domain/meeting/events.ts';
import { refuseProposal } from '../../domain/meeting/proposals.ts';
import {
  invitationsThatDiffer,
  isBooking,
  isOver,
  openMeeting,
  type MeetingState,
} from '../../domain/meeting/state.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { Alarms, ring } from './alarms.ts';
import { currentDetails } from './details.ts';
import { Effects, refusedMs } from './effects.ts';
import type { Effect, MeetingWorkflowInput, ResendRequest, Told } from './messages.ts';
import { searchable, searchAttributeChanges } from './search-attributes.ts';
import { Turns, type Turn } from './turns.ts';

const COMMIT = {
  summary: 'Commit a change to the database',
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '100 ms', maximumInterval: '30 seconds' },
} as const;
const local = proxyLocalActivities<MeetingActivities>(COMMIT);
const ordinary = proxyActivities<MeetingActivities>(COMMIT);
const LOOK = { ...COMMIT, summary: 'Look at the clock' } as const;
const localClock = proxyLocalActivities<MeetingActivities>(LOOK);
const ordinaryClock = proxyActivities<MeetingActivities>(LOOK);

/** An event in its turn. */
interface Heard {
  event: MeetingEvent;
  /** Of the call that waits for the answer; null: nobody waits. */
  callId: string | null;
  nowMs: Instant;
}

/** Turns after which a run continues as new: a thousand events or so, which a slow machine, too, replays long before a workflow task times out. */
const LONG_RUN = 250;
const ONE_LOOK_MS = 1_000;

/** Why a run ends: the meeting is over and everything about it settled, or its history has grown long. */
export type RunEnd = 'over' | 'long';

/**
 * The meeting that a workflow holds. One event at a time is decided, committed to the database, and only then
 * taken over, together with the effects that it asks for.
 *
 * The commit is a local activity. When a worker dies between the commit and the end of its workflow task, the
 * database is one change ahead of the workflow; the next commit answers `missed`, and that change comes first.
 * Once the run is to end, commits are ordinary activities (docs/decisions/one-turn-at-a-time.md).
 */
export class MeetingLife {
  meeting: MeetingState;
  readonly effects: Effects;
  #endIsSet = false;
  #lookedMs: Instant = -Infinity;
  readonly #turns = new Turns();
  readonly #alarms = new Alarms((atMs) => this.#turns.add((nowMs) => this.#rang(atMs, nowMs), { atMs }));

  constructor(input: MeetingWorkflowInput) {
    this.meeting = input.resumed?.state ?? openMeeting(input.meeting);
    this.effects = new Effects(input.meeting.meetingId, input.delivery, () => this.#effectBegins());
    input.resumed?.unsettled.forEach((effect) => this.effects.add(effect));
    if (input.resumed) this.#setAlarm();
    setCurrentDetails(currentDetails(this.meeting));
  }

  /** Lets an event happen, after the ones before it. An event that happened already changes nothing. */
  hear(event: MeetingEvent, { callId, atMs }: Told): void {
    this.#turns.add((nowMs) => this.#perform({ event, callId, nowMs }), { atMs });
  }

  /** Takes over what the database has and this workflow does not know; one look answers all who ask within a second. */
  reconcile(atMs: Instant): void {
    this.#turns.add(async () => {
      if (atMs < this.#lookedMs + ONE_LOOK_MS) return;
      this.#lookedMs = atMs;
      await this.#takeOver(await this.#database.missedChanges(this.meeting.meetingId, this.meeting.revision));
    });
  }

  /** Tries a message once more. */
  resend(message: ResendRequest): void {
    this.#turns.add(() => this.effects.add({ type: 'message', ...message }));
  }

  /** Takes what comes, one after the other, until the run ends. */
  async live(): Promise<RunEnd> {
    for (;;) {
      const end = this.#endAfter(await this.#turns.next());
      if (end) return end;
    }
  }

  /**
   * A run ends in a turn that began when no change was a local activity any more: what else has come by then is the same in
   * each replay. Where no such turn is on its way, a timer makes one.
   */
  #endAfter({ sinceClosing }: Turn): RunEnd | null {
    const end = this.#end;
    if (end === null) this.#setAlarm();
    else if (sinceClosing && this.#turns.isEmpty) return end;
    else this.#setEnd();
    return null;
  }

  get #end(): RunEnd | null {
    if (isOver(this.meeting)) return this.effects.unsettled.length === 0 ? 'over' : null;
    return this.#isLong ? 'long' : null;
  }

  get #isClosing(): boolean {
    return isOver(this.meeting) || this.#isLong;
  }

  get #isLong(): boolean {
    return this.#turns.taken > LONG_RUN;
  }

  get #database(): typeof local | typeof ordinary {
    return this.#isClosing ? ordinary : local;
  }

  #setAlarm(): void {
    const due = nextDeadline(this.meeting);
    if (due) this.#alarms.set(due);
  }

  #setEnd(): void {
    if (this.#endIsSet) return;
    this.#endIsSet = true;
    const take = () => {
      this.#endIsSet = false;
    };
    void ring(1, 'Ends', () => this.#turns.add(take, { sinceClosing: true }));
  }

  async #rang(atMs: Instant, nowMs: Instant): Promise<void> {
    this.#alarms.rang(atMs);
    const due = nextDeadline(this.meeting);
    if (due === null || due.atMs > nowMs) return;
    // The revision makes it another event each time, and the same one when a lost workflow task is done again.
    const key = `${due.what}/${this.meeting.revision + 1}`;
    const decidedMs = due.what === 'reminder-due' ? await this.#lookAtClock(nowMs) : nowMs;
    await this.#perform({ event: { type: 'deadline', door: 'clock', key }, callId: null, nowMs: decidedMs });
  }

  /** A timer knows when it should have rung. How late that is a clock knows, and what it says is kept for each replay. */
  async #lookAtClock(nowMs: Instant): Promise<Instant> {
    return Math.max(nowMs, await (this.#isClosing ? ordinaryClock : localClock).tellTime());
  }

  #effectBegins(): (effect: Effect, error: unknown) => void {
    const sinceClosing = this.#isClosing;
    return (effect, error) =>
      this.#turns.add((nowMs) => this.#settleEffect(effect, error, nowMs), {
        atMs: refusedMs(error),
        sinceClosing,
      });
  }

  /** What the mail server refuses for good has come back, like a bounce. */
  async #settleEffect(effect: Effect, error: unknown, nowMs: Instant): Promise<void> {
    const ending = await this.effects.settle(effect, error);
    if (ending !== 'refused' || effect.type !== 'message') return;
    const { id, to: attendeeId, method, sequence } = effect;
    const bounced = {
      type: 'bounced',
      key: `refused/${id}`,
      door: 'mail',
      attendeeId,
      method,
      sequence,
    } as const;
    await this.#perform({ event: bounced, callId: null, nowMs });
  }

  async #perform(heard: Heard): Promise<void> {
    const { event, nowMs } = heard;
    if (this.meeting.recentEventKeys.includes(event.key)) return;
    await this.#settle(heard, decide(this.meeting, event, nowMs));
  }

  async #settle(heard: Heard, decision: Decision): Promise<void> {
    if (decision.kind === 'refusal') return this.#refuse(heard, decision.code);
    const { event, nowMs } = heard;
    const result = await this.#commit(heard, decision);
    switch (result.kind) {
      case 'committed':
        return this.#apply(decision, result.messages);
      case 'repeated':
        return;
      case 'missed':
        return this.#takeOverFirst(result.events, heard);
      case 'refused':
        if (event.type !== 'proposed' || !isBooking(this.meeting)) return this.#refuse(heard, result.code);
        return this.#settle(heard, refuseProposal(this.meeting, event, result.code, nowMs));
    }
  }

  #commit(heard: Heard, change: Change): Promise<CommitResult> {
    const invitations = invitationsThatDiffer(this.meeting, change.next);
    const { meetingId } = this.meeting;
    return this.#database.commit({ ...heard, meetingId, change, invitations });
  }

  /** The one who waits is told; what nobody waits for leaves no trace. */
  async #refuse(heard: Heard, code: RefusalCode): Promise<void> {
    const { callId } = heard;
    if (callId === null) return;
    const { meetingId, revision } = this.meeting;
    const result = await this.#database.recordRefusal({ meetingId, revision, callId, code });
    if (result.kind === 'missed') await this.#takeOverFirst(result.events, heard);
  }

  async #takeOverFirst(missed: CommittedEvent[], heard: Heard): Promise<void> {
    await this.#takeOver(missed);
    await this.#perform(heard);
  }

  async #takeOver(missed: CommittedEvent[]): Promise<void> {
    for (const { event, nowMs } of missed) await this.#perform({ event, nowMs, callId: null });
  }

  #apply(change: Change, messages: PreparedMessage[]): void {
    const changed = searchAttributeChanges(searchable(this.meeting), searchable(change.next));
    this.meeting = change.next;
    if (changed.length > 0) upsertSearchAttributes(changed);
    setCurrentDetails(currentDetails(this.meeting));
    for (const message of messages) this.effects.add({ type: 'message', ...message });
    if (change.video) this.effects.add({ type: 'room', action: change.video });
  }
}
