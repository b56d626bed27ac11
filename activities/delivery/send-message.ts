import { activityInfo, ApplicationFailure, cancellationSignal } from '@temporalio/activity';
import type { Instant } from '../../domain/time/instant.ts';
import { MailDeferred, MailRejected, type OutgoingStore, type MailSender } from './ports.ts';
import { errorCode } from '../error-code.ts';
import { leftMs } from '../server-time.ts';
import { retryDelayMs, type RetryPace } from './retry-delay.ts';
import { whileBeating } from '../while-beating.ts';

export interface SendMessagePorts {
  store: OutgoingStore;
  mail: MailSender;
  retry: RetryPace;
}

type Failure = { state: 'failed' | 'deferred'; response: string; error: ApplicationFailure };

/** The server may see the end of its patience a little before us. */
const CLOSE_TO_THE_END_MS = 1_000;

/**
 * Hands a prepared message to the mail server, once more the same bytes at each attempt, and records what came of it.
 *
 * @throws ApplicationFailure `MAIL_REJECTED` or `MAIL_GIVEN_UP`, both for good, or `MAIL_DEFERRED` with the time of
 *   the next attempt
 */
export async function sendMessage({ store, mail, retry }: SendMessagePorts, id: string): Promise<void> {
  const message = await store.outgoingMessage(id);
  if (message.sent) return;
  const startedMs = performance.now();
  let response: string;
  try {
    const signal = cancellationSignal();
    ({ response } = await whileBeating(() => mail.send({ ...message, signal })));
  } catch (error) {
    const failure = failureOf(error, retry, performance.now() - startedMs);
    await store.recordAttempt(id, failure);
    throw failure.error;
  }
  await store.recordAttempt(id, { state: 'sent', response });
}

/** What `MAIL_REJECTED` tells besides. */
export interface Refused {
  atMs: Instant;
}

function failureOf(error: unknown, retry: RetryPace, tookMs: number): Failure {
  if (error instanceof MailRejected) {
    const refused = ApplicationFailure.create({
      message: 'The mail server refused the message',
      type: 'MAIL_REJECTED',
      nonRetryable: true,
      details: [{ atMs: Date.now() } satisfies Refused],
    });
    return { state: 'failed', response: error.response, error: refused };
  }
  const code = errorCode(error);
  const delayMs = delayAfter(error, retry);
  if (leftMs() - tookMs <= delayMs + CLOSE_TO_THE_END_MS) {
    const givenUp = ApplicationFailure.nonRetryable('The message was tried for too long', 'MAIL_GIVEN_UP');
    return { state: 'failed', response: `given up: ${code}`, error: givenUp };
  }
  const deferred = ApplicationFailure.create({
    message: `The mail server did not take the message: ${code}`,
    type: 'MAIL_DEFERRED',
    nextRetryDelay: delayMs,
    ...(error instanceof Error && { cause: error }),
  });
  return { state: 'deferred', response: code, error: deferred };
}

/** Whoever knows when it is worth while again says so; those that wait for it together come apart, too. */
function delayAfter(error: unknown, retry: RetryPace): number {
  const { attempt } = activityInfo();
  const known = error instanceof MailDeferred ? error.retryAfterMs : null;
  return known === null
    ? retryDelayMs(attempt, retry, Math.random())
    : known + Math.round(Math.random() * retry.firstRetryMs);
}
