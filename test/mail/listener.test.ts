import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import { isInNetworks } from '../../api/smtp/networks.ts';
import { MailDialogue } from '../support/mail-dialogue.ts';
import { closeAll, doorThat, greeted, inData, MESSAGE, open } from '../support/mail-door.ts';

afterEach(closeAll);

describe('the SMTP door', () => {
  it('takes a message to several recipients once, byte for byte, with its session', async () => {
    const door = await doorThat();
    const transport = createTransport({
      host: '127.0.0.1',
      port: door.port,
      name: 'mx.example.org',
      ignoreTLS: true,
    });
    const raw = `${MESSAGE}.a dot\r\n..two\r\n`;
    const to = ['A@parley.test', 'b@Parley.test'.toLowerCase()];
    await transport.sendMail({ envelope: { from: 'Gus@example.org', to }, raw });
    transport.close();
    expect(door.taken).toEqual([
      {
        raw: Buffer.from(raw),
        door: 'smtp',
        envelope: { from: 'gus@example.org', to: ['a@parley.test', 'b@parley.test'] },
        tenantId: null,
        session: { clientAddress: '127.0.0.1', helo: 'mx.example.org' },
      },
    ]);
  });

  it('takes a bounce: the null reverse-path', async () => {
    const door = await doorThat();
    const dialogue = await greeted(door);
    await dialogue.say('MAIL FROM:<>');
    await dialogue.say('RCPT TO:<a@parley.test>');
    await dialogue.say('DATA');
    expect(await dialogue.say(`${MESSAGE}.`)).toMatch(/^250/);
    expect(door.taken[0]?.envelope.from).toBeNull();
  });

  it('knows no session of a relay of ours', async () => {
    const door = await doorThat({ isTrusted: isInNetworks(['127.0.0.0/8']) });
    const dialogue = await inData(door);
    await dialogue.say(`${MESSAGE}.`);
    expect(door.taken[0]?.session).toBeNull();
  });

  it('relays for nobody, however the address is written', async () => {
    const door = await doorThat();
    const dialogue = await greeted(door);
    await dialogue.say('MAIL FROM:<a@parley.test>');
    for (const to of [
      '<victim@elsewhere.example>',
      '<victim%elsewhere.example@other.example>',
      '<@parley.test:victim@elsewhere.example>',
      '<"victim@elsewhere.example"@other.example>',
      '<victim@parley.test.elsewhere.example>',
      '<victim@xparley.test>',
      '<elsewhere.example!victim@other.example>',
      '<victim@[127.0.0.1]>',
    ]) {
      expect(await dialogue.say(`RCPT TO:${to}`), to).toMatch(/^5\d\d/);
    }
    expect(await dialogue.say('RCPT TO:<victim@elsewhere.example>')).toMatch(/^550 5\.7\.1/);
    expect(await dialogue.say('DATA')).toMatch(/^503/);
    expect(door.taken).toEqual([]);
  });

  it('says "later" while nobody can tell whose recipients are taken', async () => {
    const door = await doorThat({ accepts: () => Promise.reject(new Error('no database')) });
    const dialogue = await greeted(door);
    await dialogue.say('MAIL FROM:<gus@example.org>');
    expect(await dialogue.say('RCPT TO:<a@parley.test>')).toMatch(/^451/);
  });

  it('says "later" when a message cannot be stored, and takes it the next time', async () => {
    const door = await doorThat();
    door.fail.with = new Error('no database');
    const dialogue = await inData(door);
    expect(await dialogue.say(`${MESSAGE}.`)).toMatch(/^451/);
    door.fail.with = null;
    await dialogue.say('MAIL FROM:<gus@example.org>');
    await dialogue.say('RCPT TO:<a@parley.test>');
    await dialogue.say('DATA');
    expect(await dialogue.say(`${MESSAGE}.`)).toMatch(/^250/);
    expect(door.taken).toHaveLength(1);
  });

  it('takes a hundred recipients and no more', async () => {
    const door = await doorThat();
    const dialogue = await greeted(door);
    await dialogue.say('MAIL FROM:<gus@example.org>');
    for (let n = 0; n < 100; n += 1)
      expect(await dialogue.say(`RCPT TO:<a${n}@parley.test>`)).toMatch(/^250/);
    expect(await dialogue.say('RCPT TO:<one-more@parley.test>')).toMatch(/^452/);
    await dialogue.say('DATA');
    expect(await dialogue.say(`${MESSAGE}.`)).toMatch(/^250/);
    expect(door.taken.map(({ envelope }) => envelope.to.length)).toEqual([100]);
  });

  it('answers commands out of order, and unknown ones, and goes on', async () => {
    const dialogue = await MailDialogue.open((await doorThat()).port);
    open.push(dialogue);
    await dialogue.hear();
    expect(await dialogue.say('MAIL FROM:<gus@example.org>')).toMatch(/^503/);
    await dialogue.say('EHLO x');
    expect(await dialogue.say('RCPT TO:<a@parley.test>')).toMatch(/^503/);
    expect(await dialogue.say('DATA')).toMatch(/^503/);
    for (const command of [
      'AUTH PLAIN AGEAYg==',
      'STARTTLS',
      'WIZ x',
      'SHELL',
      'LHLO x',
      'XCLIENT ADDR=192.0.2.1',
      'BDAT 5 LAST',
    ])
      expect(await dialogue.say(command), command).toMatch(/^5\d\d/);
    await dialogue.say('MAIL FROM:<gus@example.org>');
    expect(await dialogue.say('MAIL FROM:<gus@example.org>')).toMatch(/^503/);
    expect(await dialogue.say('RSET')).toMatch(/^250/);
    expect(await dialogue.say('DATA')).toMatch(/^503/);
    expect(await dialogue.say('QUIT')).toMatch(/^221/);
  });

  it('a dot between bare line feeds ends no message, and smuggles none in', async () => {
    const door = await doorThat();
    const dialogue = await inData(door);
    const smuggled =
      'MAIL FROM:<boss@parley.test>\r\nRCPT TO:<a@parley.test>\r\nDATA\r\nFrom: boss@parley.test\r\n\r\nNo.\r\n';
    const body = ['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r\n.\r']
      .map((end) => `x${end}${smuggled}`)
      .join('');
    expect(await dialogue.say(`${MESSAGE}${body}\r\n.`)).toMatch(/^250/);
    expect(door.taken).toHaveLength(1);
    expect(door.taken[0]?.raw.toString()).toContain('boss@parley.test');
    expect(door.taken[0]?.envelope.from).toBe('gus@example.org');
  });

  it('a command without an end is cut off', async () => {
    const dialogue = await greeted(await doorThat());
    await dialogue.send('MAIL FROM:<'.padEnd(200_000, 'a'));
    await dialogue.hear();
    await expect.poll(() => dialogue.ended).toBe(true);
  });
});
