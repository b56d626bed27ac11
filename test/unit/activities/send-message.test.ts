import type { ApplicationFailure } from '@temporalio/common';
import { setTimeout as wait } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import {
  MailDeferred,
  MailRejected,
  ServerDown,
  type AttemptOutcome,
  type MailSender,
  type OutgoingMessage,
} from '../../../activities/delivery/ports.ts';
import { sendMessage } from '../../../activities/delivery/send-message.ts';

const PACE = { firstRetryMs: 1_000, longestRetryMs: 60_000 };
const NOW = Date.UTC(2026, 10, 2, 9);
const CLOCK = { nowMs: () => NOW };
const MESSAGE: OutgoingMessage = {
  id: 'm',
  from: 'scheduling+b@parley.test',
  to: 'guest@example.com',
  raw: Buffer.from('x'),
  attempts: 3,
  sent: false,
};

const activity = (info: Record<string, number>) =>
  new MockActivityEnvironment(info, { logger: new DefaultLogger('ERROR') });

/** One run of the activity with what the mail server does; what it recorded, and how it failed. */
async function run(send: MailSender['send'], info: Record<string, number> = {}, message = MESSAGE) {
  const recorded: Omit<AttemptOutcome, 'retryAfterMs'>[] = [];
  const store = {
    outgoingMessage: () => Promise.resolve(message),
    recordAttempt: (_: string, { state, code, response }: AttemptOutcome) =>
      Promise.resolve(void recorded.push({ state, code, response })),
  };
  const env = activity({ attempt: 4, scheduleToCloseTimeoutMs: 0, ...info });
  const failure = await env
    .run((id: string) => sendMessage({ store, mail: { send }, retry: PACE, clock: CLOCK }, id), 'm')
    .then(
      () => null,
      (error: unknown) => error as ApplicationFailure,
    );
  return { recorded, failure };
}

const fails = (error: Error) => () => Promise.reject(error);

describe('an attempt to send a message', () => {
  it('that succeeds is recorded; a message that was sent is not sent again', async () => {
    const sent = () => Promise.resolve({ response: '250 ok' });
    expect(await run(sent)).toEqual({
      recorded: [{ state: 'sent', code: null, response: '250 ok' }],
      failure: null,
    });
    const again = await run(fails(new Error('must not be called')), {}, { ...MESSAGE, sent: true });
    expect(again).toEqual({ recorded: [], failure: null });
  });

  it('is none once the message is of no use any more, and nobody need try again', async () => {
    const never = fails(new Error('must not be called'));
    for (const usefulUntilMs of [NOW, NOW - 1, -Infinity]) {
      const { recorded, failure } = await run(never, {}, { ...MESSAGE, usefulUntilMs });
      expect({ recorded, failure }).toEqual({
        recorded: [{ state: 'lapsed', code: null, response: 'of no use any more' }],
        failure: null,
      });
    }
    const sent = () => Promise.resolve({ response: '250 ok' });
    const inTime = await run(sent, {}, { ...MESSAGE, usefulUntilMs: NOW + 1 });
    expect(inTime.recorded).toEqual([{ state: 'sent', code: null, response: '250 ok' }]);
  });

  it('that is deferred comes again after a wait that grows and is never the same for all', async () => {
    const delays = new Set<number>();
    for (let i = 0; i < 20; i += 1) {
      const { recorded, failure } = await run(fails(new MailDeferred('451')));
      expect(recorded).toEqual([{ state: 'deferred', code: '451', response: '451' }]);
      expect(failure).toMatchObject({ type: 'MAIL_DEFERRED', nonRetryable: false });
      const delay = failure!.nextRetryDelay as number;
      expect(delay).toBeGreaterThanOrEqual(1_000);
      expect(delay).toBeLessThanOrEqual(16_000);
      delays.add(delay);
    }
    expect(delays.size).toBeGreaterThan(1);
  });

  it('is recorded with what the server answered, and never with what names a host', async () => {
    const answer = '450 4.2.0 (address hidden) is greylisted';
    const greylisted = await run(fails(new MailDeferred('450', { cause: answer })));
    expect(greylisted.recorded).toEqual([{ state: 'deferred', code: '450', response: answer }]);
    const down = await run(fails(new ServerDown('ESOCKET', 'connect ECONNREFUSED 10.1.2.3:25')));
    expect(down.recorded).toEqual([{ state: 'deferred', code: 'ESOCKET', response: 'ESOCKET' }]);
  });

  it('comes again when the server may be back, where that is known', async () => {
    const { failure } = await run(fails(new MailDeferred('server-down', { retryAfterMs: 25_000 })));
    expect(failure!.nextRetryDelay).toBeGreaterThanOrEqual(25_000);
    expect(failure!.nextRetryDelay).toBeLessThanOrEqual(26_000);
  });

  it('that is refused for good is the last', async () => {
    const { recorded, failure } = await run(fails(new MailRejected('550 no')));
    expect(recorded).toEqual([{ state: 'failed', code: '550', response: '550 no' }]);
    expect(failure).toMatchObject({ type: 'MAIL_REJECTED', nonRetryable: true });
  });

  it('after which there is no time for another is recorded as given up', async () => {
    const scheduledTimestampMs = 1_000_000;
    const info = { scheduleToCloseTimeoutMs: 60_000, scheduledTimestampMs };
    const down = fails(new MailDeferred('server-down', { retryAfterMs: 30_000 }));
    const early = await run(down, { ...info, currentAttemptScheduledTimestampMs: scheduledTimestampMs });
    expect(early.failure).toMatchObject({ type: 'MAIL_DEFERRED' });
    const late = await run(down, {
      ...info,
      currentAttemptScheduledTimestampMs: scheduledTimestampMs + 29_500,
    });
    expect(late.recorded).toEqual([{ state: 'failed', code: 'given-up', response: 'given up: server-down' }]);
    expect(late.failure).toMatchObject({ type: 'MAIL_GIVEN_UP', nonRetryable: true });
  });

  it('beats as long as it waits, and lets go of what nobody waits for any more', async () => {
    const env = activity({ attempt: 1, scheduleToCloseTimeoutMs: 0 });
    let beats = 0;
    env.on('heartbeat', () => (beats += 1));
    const store = {
      outgoingMessage: () => Promise.resolve(MESSAGE),
      recordAttempt: () => Promise.resolve(),
    };
    const mail: MailSender = {
      send: ({ signal }) =>
        new Promise((_, reject) =>
          signal?.addEventListener('abort', () => reject(new MailDeferred('no-turn'))),
        ),
    };
    const running = env.run((id: string) => sendMessage({ store, mail, retry: PACE, clock: CLOCK }, id), 'm');
    const failed = expect(running).rejects.toMatchObject({ type: 'MAIL_DEFERRED' });
    while (beats === 0) await wait(100);
    env.cancel();
    await failed;
  });

  it('whose success could not be recorded is not recorded as a failure', async () => {
    const states: string[] = [];
    const store = {
      outgoingMessage: () => Promise.resolve(MESSAGE),
      recordAttempt: (_: string, { state }: { state: string }) => {
        states.push(state);
        return Promise.reject(new Error('the database is away'));
      },
    };
    const mail = { send: () => Promise.resolve({ response: '250 ok' }) };
    const env = activity({ attempt: 1 });
    await expect(
      env.run((id: string) => sendMessage({ store, mail, retry: PACE, clock: CLOCK }, id), 'm'),
    ).rejects.toThrow();
    expect(states).toEqual(['sent']);
  });
});
