import {
  ActivityFailure,
  ApplicationFailure,
  log,
  proxyActivities,
  TimeoutFailure,
  workflowInfo,
  type ActivityOptions,
} from '@temporalio/workflow';
import type { DeliveryActivities } from '../../activities/delivery.ts';
import type { MeetingActivities } from '../../activities/meeting.ts';
import { prefixOf, taskQueueOf } from '../queues.ts';
import type { DeliveryPolicy, Effect, MessageEffect } from './messages.ts';
import { Turns } from './turns.ts';

const { recordGivenUp } = proxyActivities<MeetingActivities>({
  summary: 'Record that a message was given up',
  startToCloseTimeout: '10 seconds',
});

const ROOM_SUMMARIES = {
  ready: 'Make the room ready',
  extend: 'Keep the room for longer',
  close: 'Close the room',
} as const;

/**
 * Carries out effects, each as an activity of its own. Messages to one party go out one after the other,
 * because a CANCEL that overtakes its REQUEST would leave the event in the calendar.
 */
export class Effects {
  readonly #unsettled: Effect[] = [];
  readonly #turns = new Turns();
  readonly #policy: DeliveryPolicy;
  readonly #meetingId: string;
  readonly #whenRefused: (message: MessageEffect) => Promise<void>;

  /** @param whenRefused hears of a message that the mail server refused for good */
  constructor(
    meetingId: string,
    policy: DeliveryPolicy,
    whenRefused: (message: MessageEffect) => Promise<void>,
  ) {
    this.#meetingId = meetingId;
    this.#policy = policy;
    this.#whenRefused = whenRefused;
  }

  get unsettled(): readonly Effect[] {
    return this.#unsettled;
  }

  add(effect: Effect): void {
    this.#unsettled.push(effect);
    void this.#turns.take(effect.type === 'message' ? effect.to : 'room', () => this.#settle(effect));
  }

  async #settle(effect: Effect): Promise<void> {
    try {
      await this.#carryOut(effect);
    } catch (error) {
      // Given up: the activity has recorded it where people look, and the meeting goes on.
      if (!(error instanceof ActivityFailure)) throw error;
      log.warn('an effect was given up', { effect: effect.type });
      if (effect.type === 'message') await this.#afterFailure(effect, error);
    } finally {
      this.#unsettled.splice(this.#unsettled.indexOf(effect), 1);
    }
  }

  async #afterFailure(message: MessageEffect, { cause }: ActivityFailure): Promise<void> {
    if (cause instanceof ApplicationFailure && cause.type === 'MAIL_REJECTED')
      return this.#whenRefused(message);
    // The time was up while nobody was left to write it down: an attempt that hung, or a worker that died.
    if (cause instanceof TimeoutFailure) await recordGivenUp(message.id);
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

/** A mail server that is slow or away holds up mail, and no meeting. */
const mailQueue = (): string => taskQueueOf(prefixOf(workflowInfo().taskQueue, 'meetings'), 'mail');
