import { proxyLocalActivities, setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { MeetingActivities } from '../../activities/meeting.ts';
import type { CommitResult, CommittedEvent, PreparedMessage } from '../../activities/ports.ts';
import { decide } from '../../domain/meeting/decide.ts';
import type { Change, Decision, RefusalCode } from '../../domain/meeting/decision.ts';
import type { MeetingEvent } from '../../domain/meeting/events.ts';
import { refuseProposal } from '../../domain/meeting/proposals.ts';
import { invitationsThatDiffer, openMeeting, type MeetingState } from '../../domain/meeting/state.ts';
import { currentDetails } from './details.ts';
import { Effects } from './effects.ts';
import type { MeetingWorkflowInput, MessageEffect } from './messages.ts';
import { searchable, searchAttributeChanges } from './search-attributes.ts';
import { Turns } from './turns.ts';

const { commit, missedChanges, recordRefusal } = proxyLocalActivities<MeetingActivities>({
  summary: 'Commit a change to the database',
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '100 ms', maximumInterval: '30 seconds' },
});

/** An event as it reached the meeting. */
interface Heard {
  event: MeetingEvent;
  /** Of the call that waits for the answer; null: nobody waits. */
  callId: string | null;
  nowMs: number;
}

/**
 * The meeting that a workflow holds. One event at a time is decided, committed to the database, and only then
 * taken over, together with the effects that it asks for.
 *
 * The commit is a local activity. When a worker dies between the commit and the end of its workflow task, the
 * database is one change ahead of the workflow; the next commit answers `missed`, and that change comes first.
 */
export class MeetingLife {
  meeting: MeetingState;
  readonly effects: Effects;
  /** Events that are not decided yet, or whose change is not committed. */
  #underWay = 0;
  #hasHeard: boolean;
  #reconcileWaits = false;
  readonly #turns = new Turns();

  constructor(input: MeetingWorkflowInput) {
    this.meeting = input.resumed?.state ?? openMeeting(input.meeting);
    this.#hasHeard = input.resumed !== undefined;
    this.effects = new Effects(input.meeting.meetingId, input.delivery, (message) => this.#refused(message));
    input.resumed?.unsettled.forEach((effect) => this.effects.add(effect));
    setCurrentDetails(currentDetails(this.meeting));
  }

  /**
   * Lets an event happen, after the ones before it. An event that happened already changes nothing.
   *
   * @param callId of the call that waits for the answer; null: nobody waits, and a refusal is told to nobody
   */
  perform(event: MeetingEvent, callId: string | null = null): Promise<void> {
    return this.#inTurn(() => this.#perform({ event, callId, nowMs: Date.now() }));
  }

  /** Takes over what the database has and this workflow does not know; who asks while one waits for its turn, is answered by it. */
  async reconcile(): Promise<void> {
    if (this.#reconcileWaits) return;
    this.#reconcileWaits = true;
    await this.#inTurn(async () => {
      this.#reconcileWaits = false;
      await this.#takeOver(await missedChanges(this.meeting.meetingId, this.meeting.revision));
    });
  }

  /** It stays as it is until something comes. */
  get isQuiet(): boolean {
    return this.#hasHeard && this.#underWay === 0;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    return this.#turns.take('event', async () => {
      try {
        return await work();
      } finally {
        this.#underWay -= 1;
        this.#hasHeard = true;
      }
    });
  }

  /** What the mail server refuses for good has come back, like a bounce. */
  async #refused({ id, to, method, sequence }: MessageEffect): Promise<void> {
    await this.perform({ type: 'bounced', key: `refused/${id}`, door: 'mail', role: to, method, sequence });
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
        if (event.type !== 'proposed') return this.#refuse(heard, result.code);
        return this.#settle(heard, refuseProposal(this.meeting, event, result.code, nowMs));
    }
  }

  #commit(heard: Heard, change: Change): Promise<CommitResult> {
    const invitations = invitationsThatDiffer(this.meeting, change.next);
    return commit({ ...heard, meetingId: this.meeting.meetingId, change, invitations });
  }

  /** The one who waits is told; what nobody waits for leaves no trace. */
  async #refuse(heard: Heard, code: RefusalCode): Promise<void> {
    const { callId } = heard;
    if (callId === null) return;
    const { meetingId, revision } = this.meeting;
    const result = await recordRefusal({ meetingId, revision, callId, code });
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
