import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { OutgoingMail } from '../../../activities/delivery/ports.ts';
import { pace, type Pace } from '../../../adapters/mail/paced-sender.ts';

/** A sender whose messages are with the server until they are let go. */
function heldSender(options: Partial<Pace>) {
  const begun: string[] = [];
  const held: (() => void)[] = [];
  const waiting: number[] = [];
  const inner = {
    send: ({ to }: OutgoingMail) => {
      begun.push(to);
      return new Promise<{ response: string }>((resolve) => held.push(() => resolve({ response: '250' })));
    },
  };
  const onWaiting = (count: number) => void waiting.push(count);
  const sender = pace(inner, { atOnce: 100, perDomain: 2, perDomainPerMinute: 0, onWaiting, ...options });
  const send = (to: string, signal?: AbortSignal) =>
    sender.send({ from: 'a@parley.test', to, raw: Buffer.from(''), ...(signal && { signal }) });
  return { send, begun, waiting, letGo: () => held.splice(0).forEach((done) => done()) };
}

const settle = () => wait(5);

describe('the pace of outgoing mail', () => {
  it('is so many at once for one domain, whatever its case, and others do not wait for it', async () => {
    const { send, begun, letGo } = heldSender({});
    const all = ['1@slow.test', '2@SLOW.test', '3@slow.test', '4@slow.test', '5@other.test'].map((to) =>
      send(to),
    );
    await settle();
    expect(begun).toEqual(['1@slow.test', '2@SLOW.test', '5@other.test']);
    letGo();
    await settle();
    expect(begun.slice(3)).toEqual(['3@slow.test', '4@slow.test']);
    letGo();
    await Promise.all(all);
  });

  it('is so many at once for all domains', async () => {
    const { send, begun, letGo } = heldSender({ atOnce: 3 });
    const all = ['a', 'b', 'c', 'd'].map((name) => send(`1@${name}.test`));
    await settle();
    expect(begun).toHaveLength(3);
    letGo();
    await settle();
    letGo();
    await Promise.all(all);
    expect(begun).toHaveLength(4);
  });

  it('is so many a minute for one domain; the rest come again later', async () => {
    const { send, begun, letGo } = heldSender({ perDomain: 50, perDomainPerMinute: 3, patienceMs: 50 });
    const all = Array.from({ length: 5 }, (_, i) => send(`${i}@slow.test`).catch((error: unknown) => error));
    const other = send('1@other.test');
    await settle();
    expect(begun).toHaveLength(4);
    await wait(100);
    letGo();
    await other;
    expect((await Promise.all(all)).slice(3)).toEqual([
      expect.objectContaining({ name: 'MailDeferred', code: 'no-turn' }),
      expect.objectContaining({ name: 'MailDeferred', code: 'no-turn' }),
    ]);
    expect(begun).toHaveLength(4);
  });

  it('forgets a message that nobody waits for, and takes nothing back from the server', async () => {
    const { send, begun, waiting, letGo } = heldSender({ perDomain: 1 });
    const [first, second] = [new AbortController(), new AbortController()];
    const sending = send('1@slow.test', first.signal);
    const queued = send('2@slow.test', second.signal).catch((error: unknown) => error);
    await settle();
    first.abort();
    second.abort();
    expect(await queued).toMatchObject({ name: 'MailDeferred', code: 'no-turn' });
    await settle();
    letGo();
    expect(await sending).toEqual({ response: '250' });
    expect(begun).toEqual(['1@slow.test']);
    expect(await send('3@slow.test', second.signal).catch((error: unknown) => error)).toMatchObject({
      code: 'no-turn',
    });
    await settle();
    expect(Math.max(...waiting)).toBeGreaterThanOrEqual(1);
    expect(waiting.at(-1)).toBe(0);
  });

  it('hands a failure on as it is', async () => {
    const failure = new Error('x');
    const sender = pace(
      { send: () => Promise.reject(failure) },
      { atOnce: 1, perDomain: 1, perDomainPerMinute: 0 },
    );
    const message = { from: '', to: 'a@b.test', raw: Buffer.from('') };
    await expect(sender.send(message)).rejects.toBe(failure);
    await expect(sender.send(message)).rejects.toBe(failure);
  });
});
