import {
  ActivityFailure,
  ApplicationFailure,
  log,
  proxyActivities,
  TimeoutFailure,
  workflowInfo,
  type ActivityOptions,
} from '@temporalio/workflow';
import type { DeliveryActivities } from '../../activities/delivery/activities.ts';
import type { MeetingActivities } from '../../activities/meeting/activities.ts';
import type { Refused } from '../../activities/delivery/send-message.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { prefixOf, taskQueueOf } from '../queues.ts';
import type { DeliveryPolicy, Effect } from './messages.ts';

const { recordGivenUp } = proxyActivities<MeetingActivities>({
  summary: 'Record that a message was given up',
  startToCloseTimeout: '10 seconds',
});

const ROOM_SUMMARIES = {
  ready: 'Make the room ready',
  extend: 'Keep the room for longer',
  close: 'Close the room',
} as const;

/** How an effect ended; an error that is not an activity's is none of ours. */
export type Ending = 'done' | 'refused' | 'timed-out' | 'given-up';

/**
 * Carries out effects, each as an activity of its own. Messages to one attendee go out one after the other,
 * because a CANCEL that overtakes its REQUEST would leave the event in the calendar.
 */
export class Effects {
  readonly #unsettled: Effect[] = [];
  readonly #meetingId: string;
  readonly #policy: DeliveryPolicy;
  readonly #begin: () => (effect: Effect, error: unknown) => void;

  /** @param begin is asked as an effect begins; what it answers hears of its end, and has it settled in its turn */
  constructor(
    meetingId: string,
    policy: DeliveryPolicy,
    begin: () => (effect: Effect, error: unknown) => void,
  ) {
    this.#meetingId = meetingId;
    this.#policy = policy;
    this.#begin = begin;
  }

  get unsettled(): readonly Effect[] {
    return this.#unsettled;
  }

  add(effect: Effect): void {
    this.#unsettled.push(effect);
    if (this.#nextTo(readerOf(effect)) === effect) this.#start(effect);
  }

  /**
   * Takes note of how an effect ended, and begins the next one to the same attendee.
   *
   * @param error of its activity; null: it was carried out
   * @throws what is not an activity's failure
   */
  async settle(effect: Effect, error: unknown): Promise<Ending> {
    const ending = endingOf(error);
    if (ending !== 'done') log.warn('an effect was given up', { effect: effect.type });
    // The time was up while nobody was left to write it down: an attempt that hung, or a worker that died.
    if (ending === 'timed-out' && effect.type === 'message') await recordGivenUp(effect.id);
    this.#unsettled.splice(this.#unsettled.indexOf(effect), 1);
    const next = this.#nextTo(readerOf(effect));
    if (next) this.#start(next);
    return ending;
  }

  #nextTo(reader: string): Effect | undefined {
    return this.#unsettled.find((effect) => readerOf(effect) === reader);
  }

  #start(effect: Effect): void {
    const ended = this.#begin();
    void this.#carryOut(effect).then(
      () => ended(effect, null),
      (error: unknown) => ended(effect, error),
    );
  }

  #carryOut(effect: Effect): Promise<void> {
    if (effect.type === 'message') {
      const options = { ...this.#options(effect.summary), taskQueue: mailQueue() };
      return proxyActivities<DeliveryActivities>(options).sendMessage(effect.id);
    }
    const activities = proxyActivities<MeetingActivities>(this.#options(ROOM_SUMMARIES[effect.action]));
    return effect.action === 'close'
      ? activities.closeVideo(this.#meetingId)
      : activities.openVideo(this.#meetingId);
  }

  #options(summary: string): ActivityOptions {
    return {
      summary,
      startToCloseTimeout: '1 minute',
      heartbeatTimeout: '10 seconds',
      scheduleToCloseTimeout: this.#policy.giveUpMs,
      retry: {
        initialInterval: this.#policy.firstRetryMs,
        maximumInterval: this.#policy.longestRetryMs,
        backoffCoefficient: 2,
      },
    };
  }
}

const readerOf = (effect: Effect): string => (effect.type === 'message' ? effect.to : 'room');

/** When the mail server refused a message for good; null: it did not, or does not say. */
export const refusedMs = (error: unknown): Instant | null =>
  (refusalOf(error)?.details?.[0] as Refused | undefined)?.atMs ?? null;

function refusalOf(error: unknown): ApplicationFailure | null {
  const cause = error instanceof ActivityFailure ? error.cause : undefined;
  return cause instanceof ApplicationFailure && cause.type === 'MAIL_REJECTED' ? cause : null;
}

/** Given up: the activity has recorded it where people look, and the meeting goes on. */
function endingOf(error: unknown): Ending {
  if (error === null) return 'done';
  if (!(error instanceof ActivityFailure)) throw error as Error;
  if (refusalOf(error)) return 'refused';
  return error.cause instanceof TimeoutFailure ? 'timed-out' : 'given-up';
}

/** A mail server that is slow or away holds up mail, and no meeting. */
const mailQueue = (): string => taskQueueOf(prefixOf(workflowInfo().taskQueue, 'meetings'), 'mail');
