import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { pino } from 'pino';
import { generate } from 'selfsigned';
import { afterEach, describe, expect, it } from 'vitest';
import { watchCertificate } from '../../api/smtp/certificate.ts';
import { closeAll, doorThat, greeted, MESSAGE, open } from '../support/mail-door.ts';

afterEach(closeAll);

describe('STARTTLS', () => {
  it('with the given certificate; what was said before it counts for nothing', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'parley-tls-'));
    open.push({ close: () => rmSync(directory, { recursive: true }) });
    const tls = { certFile: join(directory, 'cert.pem'), keyFile: join(directory, 'key.pem') };
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'mx.parley.test' }]);
    writeFileSync(tls.certFile, cert);
    writeFileSync(tls.keyFile, key);
    const door = await doorThat({ tls });
    const dialogue = await greeted(door);
    expect(await dialogue.say('EHLO mx.example.org')).toContain('STARTTLS');
    expect(await dialogue.say('STARTTLS')).toMatch(/^220/);
    await dialogue.startTls();
    expect(await dialogue.say('MAIL FROM:<gus@example.org>')).toMatch(/^503/);
    expect(await dialogue.say('EHLO mx.example.org')).not.toContain('STARTTLS');
    await dialogue.say('MAIL FROM:<gus@example.org>');
    await dialogue.say('RCPT TO:<a@parley.test>');
    await dialogue.say('DATA');
    expect(await dialogue.say(`${MESSAGE}.`)).toMatch(/^250/);
    expect(door.taken).toHaveLength(1);

    const transport = createTransport({
      host: '127.0.0.1',
      port: door.port,
      requireTLS: true,
      tls: { ca: cert, servername: 'mx.parley.test', checkServerIdentity: () => undefined },
    });
    await transport.sendMail({ envelope: { from: 'gus@example.org', to: ['a@parley.test'] }, raw: MESSAGE });
    transport.close();
    expect(door.taken).toHaveLength(2);
  });

  it('is not offered without a certificate, rather than with one that everybody has', async () => {
    const dialogue = await greeted(await doorThat());
    expect(await dialogue.say('EHLO mx.example.org')).not.toContain('STARTTLS');
    expect(await dialogue.say('STARTTLS')).toMatch(/^5\d\d/);
  });

  it('with a certificate that is not there does not start at all', async () => {
    const tls = { certFile: '/nowhere/cert.pem', keyFile: '/nowhere/key.pem' };
    await expect(doorThat({ tls })).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

it('a renewed certificate is taken up, and a broken one is not', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'parley-tls-'));
  open.push({ close: () => rmSync(directory, { recursive: true }) });
  const files = { certFile: join(directory, 'cert.pem'), keyFile: join(directory, 'key.pem') };
  const write = (cert: string, key = 'key') => {
    writeFileSync(files.certFile, cert);
    writeFileSync(files.keyFile, key);
  };
  write('first');
  const watched = watchCertificate(files, pino({ level: 'silent' }), 10);
  open.push({ close: () => watched.stop() });
  const seen: string[] = [];
  watched.onChange(({ cert }) => {
    seen.push(cert.toString());
    if (cert.toString() === 'broken') throw new Error('no certificate');
  });
  write('broken');
  await expect.poll(() => seen.length).toBeGreaterThan(1);
  write('second');
  await expect.poll(() => seen.at(-1)).toBe('second');
  const count = seen.length;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(seen).toHaveLength(count);
});
