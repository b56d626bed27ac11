import { activityInfo, ApplicationFailure } from '@temporalio/activity';
import type { Instant } from '../../domain/time/instant.ts';
import { disabledWhenGivenUp, verdictOn, type Verdict } from '../../domain/webhooks/verdict.ts';
import { retryDelayMs, type RetryPace } from '../delivery/retry-delay.ts';
import type { Clock } from '../clock.ts';
import { leftMs } from '../server-time.ts';
import { whileBeating } from '../while-beating.ts';
import type {
  PendingWebhook,
  WebhookAnswer,
  WebhookOutcome,
  WebhookRun,
  WebhookSender,
  WebhookStore,
} from './ports.ts';
import type { Turns } from './turns.ts';

export interface SendWebhookPorts {
  store: WebhookStore;
  sender: WebhookSender;
  clock: Clock;
  /** By endpoint: one that is slow must not take all that a worker can do. */
  turns: Turns;
  retry: RetryPace;
  /** Hears of each attempt. */
  onAttempt?: (kind: Verdict['kind'], tookMs: number) => void;
}

/** Of those that find no turn. */
const BUSY_PACE: RetryPace = { firstRetryMs: 1_000, longestRetryMs: 60_000 };
/** The server may see the end of its patience a little before us. */
const CLOSE_TO_THE_END_MS = 1_000;

/**
 * Sends an event to an endpoint once, and writes down what came of it.
 *
 * @throws ApplicationFailure `WEBHOOK_DEFERRED` or `WEBHOOK_BUSY` with the time of the next attempt, or
 *   `WEBHOOK_GIVEN_UP` for good
 */
export async function sendWebhook(ports: SendWebhookPorts, run: WebhookRun): Promise<void> {
  const { store, sender, turns, clock, onAttempt } = ports;
  const pending = await store.pending(run);
  if (!pending) return;
  if (!pending.enabled) return settle(ports, run, { problem: 'endpoint-disabled', disable: null });
  const endTurn = turns.take(pending.endpointId);
  if (!endTurn)
    throw deferred('WEBHOOK_BUSY', retryDelayMs(activityInfo().attempt, BUSY_PACE, Math.random()));
  try {
    const startedMs = performance.now();
    const answer = await whileBeating(() => sender.send(pending.request));
    const tookMs = Math.round(performance.now() - startedMs);
    const atMs = clock.nowMs();
    const verdict = verdictOf(ports, answer, pending, { atMs, tookMs });
    await store.record(run, {
      atMs,
      tookMs,
      httpStatus: answer.httpStatus,
      problem: answer.problem,
      state: verdict.kind === 'retry' ? 'pending' : verdict.kind,
      disable: verdict.kind === 'failed' ? verdict.disable : null,
    });
    onAttempt?.(verdict.kind, tookMs);
    if (verdict.kind === 'retry') throw deferred('WEBHOOK_DEFERRED', verdict.delayMs);
    if (verdict.kind === 'failed') {
      throw ApplicationFailure.nonRetryable('The endpoint did not take the event', 'WEBHOOK_GIVEN_UP');
    }
  } finally {
    endTurn();
  }
}

/** Settles a run whose time was up before an attempt could say that it was the last one. */
export async function giveUpWebhook(ports: SendWebhookPorts, run: WebhookRun): Promise<void> {
  const pending = await ports.store.pending(run);
  if (!pending) return;
  const disable = disabledWhenGivenUp({ ...pending, atMs: ports.clock.nowMs() });
  await settle(ports, run, { problem: 'given-up', disable });
}

const settle = (
  { store, clock }: SendWebhookPorts,
  run: WebhookRun,
  why: Pick<WebhookOutcome, 'problem' | 'disable'>,
): Promise<void> =>
  store.record(run, { ...why, atMs: clock.nowMs(), tookMs: 0, httpStatus: null, state: 'failed' });

function verdictOf(
  { retry }: Pick<SendWebhookPorts, 'retry'>,
  { httpStatus, retryAfterMs }: WebhookAnswer,
  { attempts, failingSinceMs }: PendingWebhook,
  { atMs, tookMs }: { atMs: Instant; tookMs: number },
): Verdict {
  const own = retryDelayMs(attempts + 1, retry, Math.random());
  // What the server asks for counts within our own bounds; those that it asked together come apart again.
  const asked =
    Math.min(retryAfterMs ?? 0, retry.longestRetryMs) + Math.round(Math.random() * retry.firstRetryMs);
  return verdictOn({
    httpStatus,
    atMs,
    delayMs: retryAfterMs === null ? own : Math.max(own, asked),
    leftMs: leftMs() - tookMs - CLOSE_TO_THE_END_MS,
    failingSinceMs,
  });
}

const deferred = (type: string, delayMs: number): ApplicationFailure =>
  ApplicationFailure.create({
    message: 'The endpoint did not take the event yet',
    type,
    // Somebody else's server is down: it stands in the log of deliveries, and is no fault of the worker's.
    category: 'BENIGN',
    nextRetryDelay: delayMs,
  });
