import { activityInfo, ApplicationFailure, cancellationSignal } from '@temporalio/activity';
import type { Instant } from '../../domain/time/instant.ts';
import type { Clock } from '../clock.ts';
import {
  MailDeferred,
  MailRejected,
  ServerDown,
  type AttemptOutcome,
  type OutgoingMessage,
  type OutgoingStore,
  type MailSender,
} from './ports.ts';
import { errorCode } from '../error-code.ts';
import { leftMs } from '../server-time.ts';
import { retryDelayMs, type RetryPace } from './retry-delay.ts';
import { whileBeating } from '../while-beating.ts';

export interface SendMessagePorts {
  store: OutgoingStore;
  mail: MailSender;
  retry: RetryPace;
  clock: Clock;
  /** Writes a meeting into the calendar of who keeps one here; may be done again. Absent: nobody does. */
  keepInCalendar?: (message: Pick<OutgoingMessage, 'id' | 'raw'>) => Promise<void>;
}

type Failure = AttemptOutcome & { error: ApplicationFailure };

/** The server may see the end of its patience a little before us. */
const CLOSE_TO_THE_END_MS = 1_000;

/**
 * Hands a prepared message to the mail server, once more the same bytes at each attempt, and records what came of it. One that
 * is of no use any more is not sent, however long it waited for what.
 *
 * @throws ApplicationFailure `MAIL_REJECTED` or `MAIL_GIVEN_UP`, both for good, or `MAIL_DEFERRED` with the time of
 *   the next attempt
 */
export async function sendMessage(
  { store, mail, retry, clock, keepInCalendar }: SendMessagePorts,
  id: string,
): Promise<void> {
  const message = await store.outgoingMessage(id);
  if (message.sent) return;
  if (message.inCalendar) await keepInCalendar?.(message);
  if (clock.nowMs() >= (message.usefulUntilMs ?? Infinity)) {
    await store.recordAttempt(id, {
      state: 'lapsed',
      code: null,
      response: 'of no use any more',
      retryAfterMs: null,
    });
    return;
  }
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
  await store.recordAttempt(id, { state: 'sent', code: null, response, retryAfterMs: null });
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
    const code = SMTP_CODE.exec(error.response)?.[0] ?? 'rejected';
    return { state: 'failed', code, response: error.response, retryAfterMs: null, error: refused };
  }
  const code = errorCode(error);
  const delayMs = delayAfter(error, retry);
  if (leftMs() - tookMs <= delayMs + CLOSE_TO_THE_END_MS) {
    const givenUp = ApplicationFailure.nonRetryable('The message was tried for too long', 'MAIL_GIVEN_UP');
    const response = `given up: ${wordsOf(error, code)}`;
    return { state: 'failed', code: 'given-up', response, retryAfterMs: null, error: givenUp };
  }
  const deferred = ApplicationFailure.create({
    message: `The mail server did not take the message: ${code}`,
    type: 'MAIL_DEFERRED',
    nextRetryDelay: delayMs,
    ...(error instanceof Error && { cause: error }),
  });
  return { state: 'deferred', code, response: wordsOf(error, code), retryAfterMs: delayMs, error: deferred };
}

/** RFC 5321 §4.2. */
const SMTP_CODE = /^[45]\d\d\b/;

/** What the server answered, its addresses hidden already; a connection's failure names hosts, and is not written down. */
const wordsOf = (error: unknown, code: string): string =>
  error instanceof MailDeferred &&
  !(error instanceof ServerDown) &&
  typeof error.cause === 'string' &&
  error.cause !== ''
    ? error.cause
    : code;

/** Whoever knows when it is worth while again says so; those that wait for it together come apart, too. */
function delayAfter(error: unknown, retry: RetryPace): number {
  const { attempt } = activityInfo();
  const known = error instanceof MailDeferred ? error.retryAfterMs : null;
  return known === null
    ? retryDelayMs(attempt, retry, Math.random())
    : known + Math.round(Math.random() * retry.firstRetryMs);
}
