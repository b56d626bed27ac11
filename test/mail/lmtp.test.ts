import { afterEach, describe, expect, it } from 'vitest';
import type { MailListenerOptions } from '../../api/smtp/listener.ts';
import { isInNetworks, LOOPBACK } from '../../api/smtp/networks.ts';
import { MailDialogue } from '../support/mail-dialogue.ts';
import { closeAll, doorThat, greeted, inData, MESSAGE, open } from '../support/mail-door.ts';

afterEach(closeAll);

const lmtp = (options: Partial<MailListenerOptions> = {}) =>
  doorThat({ protocol: 'lmtp', isTrusted: isInNetworks(LOOPBACK), ...options });

describe('the LMTP door', () => {
  it('answers for each recipient, and takes the message once', async () => {
    const door = await lmtp();
    const recipients = ['a@parley.test', 'b@parley.test', 'c@parley.test'];
    const dialogue = await inData(door, 'LHLO mx.parley.test', recipients);
    const answers = await dialogue.say(`${MESSAGE}.`, 3);
    expect(answers.match(/^250/gm)).toHaveLength(3);
    expect(door.taken).toHaveLength(1);
    expect(door.taken[0]).toMatchObject({ door: 'lmtp', session: null, envelope: { to: recipients } });
  });

  it('answers "later" for each recipient when it cannot store', async () => {
    const door = await lmtp();
    door.fail.with = new Error('no database');
    const dialogue = await inData(door, 'LHLO mx.parley.test', ['a@parley.test', 'b@parley.test']);
    expect((await dialogue.say(`${MESSAGE}.`, 2)).match(/^451/gm)).toHaveLength(2);
    expect(await dialogue.say('NOOP')).toMatch(/^250/);
  });

  it('answers "too large" for each recipient', async () => {
    const door = await lmtp({ maxBytes: 10_000 });
    const dialogue = await inData(door, 'LHLO mx.parley.test', ['a@parley.test', 'b@parley.test']);
    const answers = await dialogue.say(`${MESSAGE}${'x'.repeat(900)}\r\n`.repeat(20) + '.', 2);
    expect(answers.match(/^552/gm)).toHaveLength(2);
    expect(door.taken).toEqual([]);
  });

  it('refuses recipients that are not ours, and delivers to the others', async () => {
    const door = await lmtp();
    const dialogue = await greeted(door, 'LHLO mx.parley.test');
    await dialogue.say('MAIL FROM:<gus@example.org>');
    expect(await dialogue.say('RCPT TO:<a@elsewhere.example>')).toMatch(/^550/);
    expect(await dialogue.say('RCPT TO:<a@parley.test>')).toMatch(/^250/);
    await dialogue.say('DATA');
    expect(await dialogue.say(`${MESSAGE}.`)).toMatch(/^250/);
    expect(door.taken[0]?.envelope.to).toEqual(['a@parley.test']);
  });

  it('wants LHLO', async () => {
    const dialogue = await MailDialogue.open((await lmtp()).port);
    open.push(dialogue);
    await dialogue.hear();
    expect(await dialogue.say('EHLO mx.parley.test')).toMatch(/^500/);
    expect(await dialogue.say('LHLO mx.parley.test')).toMatch(/^250/);
  });

  it('is for servers of ours only: a stranger is sent away', async () => {
    const door = await lmtp({ isTrusted: isInNetworks(['10.0.0.0/8', '2001:db8::/32']) });
    const dialogue = await MailDialogue.open(door.port);
    open.push(dialogue);
    expect(await dialogue.hear()).toMatch(/^554/);
  });
});

describe('networks', () => {
  it('hold addresses of both families, also IPv4 as IPv6 writes it', () => {
    const isIn = isInNetworks(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32']);
    for (const address of ['10.9.8.7', '192.0.2.7', '2001:db8::1', '::ffff:10.1.1.1'])
      expect(isIn(address), address).toBe(true);
    for (const address of ['11.0.0.1', '192.0.2.8', '2001:db9::1', '::ffff:11.1.1.1', '', 'x'])
      expect(isIn(address), address).toBe(false);
    expect(isInNetworks(LOOPBACK)('127.0.0.1') && isInNetworks(LOOPBACK)('::1')).toBe(true);
  });
});
