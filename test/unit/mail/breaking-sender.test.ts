import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { MailDeferred, MailRejected, ServerDown } from '../../../activities/delivery/ports.ts';
import { breakWhenDown } from '../../../adapters/mail/breaking-sender.ts';

const MESSAGE = { from: '', to: 'a@b.test', raw: Buffer.from('') };
const DOWN = new ServerDown('ESOCKET', 'x');

function scripted(options: { failures: number; openMs: number; longestOpenMs?: number }) {
  const changes: boolean[] = [];
  const server = { answer: DOWN as Error | null, asked: 0 };
  const inner = {
    send: () => {
      server.asked += 1;
      return server.answer ? Promise.reject(server.answer) : Promise.resolve({ response: '250' });
    },
  };
  const sender = breakWhenDown(inner, { ...options, onChange: (open) => changes.push(open) });
  const send = () =>
    sender.send(MESSAGE).then(
      () => 'sent',
      (error: unknown) => error,
    );
  return { send, server, changes };
}

describe('a mail server that is down', () => {
  it('is not asked any more, and messages learn when to come again', async () => {
    const { send, server, changes } = scripted({ failures: 3, openMs: 60_000 });
    for (let i = 0; i < 3; i += 1) expect(await send()).toBe(DOWN);
    const held = await send();
    expect(held).toMatchObject({ name: 'MailDeferred', code: 'server-down' });
    const { retryAfterMs } = held as MailDeferred;
    expect(retryAfterMs).toBeGreaterThan(0);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
    expect(server.asked).toBe(3);
    expect(changes).toEqual([true]);
  });

  it('is asked by one message after a while, and then by all, or by none for as long again', async () => {
    const { send, server, changes } = scripted({ failures: 1, openMs: 20, longestOpenMs: 20 });
    expect(await send()).toBe(DOWN);
    await wait(30);
    expect(await send()).toBe(DOWN);
    expect(await send()).toMatchObject({ code: 'server-down' });
    expect(server.asked).toBe(2);
    await wait(30);
    server.answer = null;
    expect(await Promise.all([send(), send(), send()])).toEqual(['sent', 'sent', 'sent']);
    expect(changes).toEqual([true, false]);
  });

  it('is asked after longer and longer pauses while it stays down', async () => {
    const { send } = scripted({ failures: 1, openMs: 20, longestOpenMs: 60 });
    const pauses: number[] = [];
    expect(await send()).toBe(DOWN);
    for (let times = 0; times < 4; times += 1) {
      const { retryAfterMs } = (await send()) as MailDeferred;
      pauses.push(retryAfterMs!);
      await wait(retryAfterMs! + 5);
      expect(await send()).toBe(DOWN);
    }
    for (const [index, longest] of [20, 40, 60, 60].entries()) {
      expect(pauses[index]).toBeLessThanOrEqual(longest);
      expect(pauses[index]).toBeGreaterThan(0);
    }
    expect(Math.max(...pauses)).toBeGreaterThan(20);
  });

  it.each([
    ['4xx', new MailDeferred('451')],
    ['5xx', new MailRejected('550')],
    ['a wrong password', new MailDeferred('EAUTH')],
  ])('is not one that answers %s to a message', async (_, answer) => {
    const { send, server, changes } = scripted({ failures: 2, openMs: 60_000 });
    for (let i = 0; i < 5; i += 1) {
      server.answer = DOWN;
      expect(await send()).toBe(DOWN);
      server.answer = answer;
      expect(await send()).toBe(answer);
    }
    expect(changes).toEqual([]);
  });
});
