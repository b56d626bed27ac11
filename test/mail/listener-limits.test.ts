import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { Limits } from '../../api/limits/limits.ts';
import { loadConfig } from '../../config/index.ts';
import type { Limit, LimitName } from '../../config/limits.ts';
import { MailDialogue } from '../support/mail-dialogue.ts';
import { closeAll, doorThat, greeted, inData, MESSAGE, open } from '../support/mail-door.ts';

afterEach(closeAll);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is in memory outside JavaScript's heap, as messages are, and still needed. */
function heldBytes(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

describe('a message that is too large', () => {
  it('is refused before it is sent, when its size is told', async () => {
    const door = await doorThat();
    const dialogue = await greeted(door);
    expect(await dialogue.say('EHLO mx.example.org')).toContain('SIZE 1000000');
    expect(await dialogue.say('MAIL FROM:<gus@example.org> SIZE=1000001')).toMatch(/^552/);
  });

  it('of 50 MB is refused at its end, and never held in memory; the connection goes on', async () => {
    const door = await doorThat({ maxBytes: 20_000_000 });
    const dialogue = await inData(door);
    const line = Buffer.from(`${'x'.repeat(998)}\r\n`.repeat(1_000));
    const before = heldBytes();
    for (let megabytes = 0; megabytes < 50; megabytes += 1) await dialogue.send(line);
    await expect.poll(() => heldBytes() - before).toBeLessThan(5_000_000);
    expect(await dialogue.say('.')).toMatch(/^552/);
    expect(door.taken).toEqual([]);
    await dialogue.say('MAIL FROM:<gus@example.org>');
    await dialogue.say('RCPT TO:<a@parley.test>');
    await dialogue.say('DATA');
    expect(await dialogue.say(`${MESSAGE}.`)).toMatch(/^250/);
    expect(door.taken).toHaveLength(1);
  });
});

describe('whoever takes too long', () => {
  it('saying nothing is sent away', async () => {
    const dialogue = await greeted(await doorThat({ limits: { idleMs: 500 } }));
    expect(await dialogue.hear()).toMatch(/^421/);
  });

  it('with a message that trickles in is sent away, and nothing is taken', async () => {
    const door = await doorThat({ limits: { messageMs: 300 } });
    const dialogue = await inData(door);
    const trickle = setInterval(() => void dialogue.send('x\r\n'), 20);
    expect(await dialogue.hear()).toMatch(/^421/);
    clearInterval(trickle);
    await dialogue.send(`${MESSAGE}\r\n.\r\n`);
    await expect.poll(() => dialogue.ended).toBe(true);
    expect(door.taken).toEqual([]);
  });

  it('and goes away in the middle leaves nothing behind', async () => {
    const door = await doorThat();
    const dialogue = await inData(door);
    await dialogue.send(MESSAGE);
    dialogue.close();
    const next = await inData(door);
    expect(await next.say(`${MESSAGE}.`)).toMatch(/^250/);
    expect(door.taken).toHaveLength(1);
  });
});

describe('connections', () => {
  it('are so many at once; the next is told to come back', async () => {
    const door = await doorThat({ limits: { connections: 2 } });
    const first = await greeted(door);
    await greeted(door);
    const third = await MailDialogue.open(door.port);
    open.push(third);
    expect(await third.hear()).toMatch(/^421/);
    await first.say('QUIT');
    await expect
      .poll(async () => {
        const again = await MailDialogue.open(door.port);
        open.push(again);
        return again.hear();
      })
      .toMatch(/^220/);
  });

  it('from one address are fewer, so that one alone does not take them all', async () => {
    const door = await doorThat({ limits: { connectionsPerClient: 1 } });
    await greeted(door);
    const second = await MailDialogue.open(door.port);
    const other = await MailDialogue.open(door.port, '127.0.0.2');
    open.push(second, other);
    expect(await second.hear()).toMatch(/^421/);
    expect(await other.hear()).toMatch(/^220/);
  });
});

describe('a client within a minute', () => {
  /** So many from elsewhere; this machine has ten times as many. */
  const few = (table: Partial<Record<LimitName, Limit>>) =>
    new Limits({ ...loadConfig({}).limits.table, ...table });

  it('connects so often, whether or not it stays; another still gets in', async () => {
    const door = await doorThat({ counters: few({ mailConnections: { most: 1, seconds: 60 } }) });
    for (let n = 0; n < 10; n += 1) {
      const dialogue = await greeted(door);
      await dialogue.say('QUIT');
    }
    const next = await MailDialogue.open(door.port);
    const other = await MailDialogue.open(door.port, '127.0.0.2');
    open.push(next, other);
    expect(await next.hear()).toMatch(/^421 .*4\.7\.0/);
    expect(await other.hear()).toMatch(/^220/);
  });

  it('hands over so many messages, on however many connections', async () => {
    const door = await doorThat({ counters: few({ mailMessages: { most: 1, seconds: 60 } }) });
    for (let n = 0; n < 10; n += 1) await inData(door);
    const dialogue = await greeted(door);
    expect(await dialogue.say('MAIL FROM:<gus@example.org>')).toMatch(/^450 .*4\.7\.1/);
  });

  it('that is a relay of ours is not counted', async () => {
    const counters = few({
      mailMessages: { most: 1, seconds: 60 },
      mailConnections: { most: 1, seconds: 60 },
    });
    const door = await doorThat({ counters, isTrusted: () => true });
    for (let n = 0; n < 12; n += 1) await inData(door);
  });
});
