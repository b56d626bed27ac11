import pino from 'pino';
import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { startMetricsServer } from '../../workers/metrics-server.ts';
import { deliverByLmtp } from '../support/mail-servers/deliver.ts';
import type { MailboxServer } from '../support/mail-servers/dovecot.ts';
import { requireTool } from '../support/require-tool.ts';
import { tryService } from '../support/services.ts';
import { mailboxOf } from './support/mailbox-of.ts';
import { onDovecot, someone, type GivenDovecot } from './support/on-dovecot.ts';
import { eventually, numbered, Taken } from './support/taken.ts';

const { missing } = await tryService('dovecot');

let server: MailboxServer;
let begin: GivenDovecot['begin'];

requireTool('Dovecot', missing)('the metrics of a mailbox', () => {
  onDovecot((given) => ({ server, begin } = given));

  it('tell by its name whether it is open, when it was looked through, what came and what was put aside', async () => {
    const [taken, address, registry] = [new Taken(), someone(), new Registry()];
    const mailbox = mailboxOf(server, address, { largestBytes: 10_000 });
    const shown = await startMetricsServer(registry, { host: '127.0.0.1', port: 0 }, SILENT);
    const page = async () => (await fetch(`http://127.0.0.1:${shown.port}/metrics`)).text();
    const value = async (metric: string) =>
      Number(new RegExp(`^${metric}\\{mailbox="${mailbox.name}"\\} (\\S+)$`, 'm').exec(await page())?.[1]);
    const beganMs = Date.now();
    await deliverByLmtp(server.lmtpPort, numbered(1, address), numbered(2, address, 'x\r\n'.repeat(5_000)));
    const watching = await begin(taken, mailbox, { registry });
    try {
      await taken.until(1);
      await eventually('put aside', async () => (await value('parley_mailbox_put_aside_total')) === 1);
      await deliverByLmtp(server.lmtpPort, numbered(3, address));
      await eventually('counted', async () => (await value('parley_mailbox_taken_total')) === 2);
      expect(await value('parley_mailbox_connected')).toBe(1);
      const seen = await value('parley_mailbox_last_success_timestamp_seconds');
      expect(seen).toBeGreaterThanOrEqual(beganMs / 1000);
      expect(seen).toBeLessThanOrEqual(Date.now() / 1000);
      expect(await page()).not.toContain(address);
      await watching.stop();
      expect(await value('parley_mailbox_connected')).toBe(0);
    } finally {
      await shown.stop();
    }
  });

  it('say that one that cannot be reached is not open', async () => {
    const [registry, mailbox] = [new Registry(), mailboxOf({ imapPort: 1 }, 'nobody@parley.test')];
    const watching = await begin(new Taken(), mailbox, { registry });
    await eventually('tried', async () => (await watching.attempts()) > 1);
    const text = await registry.metrics();
    expect(text).toContain(`parley_mailbox_connected{mailbox="${mailbox.name}"} 0`);
    expect(text).not.toContain(`parley_mailbox_last_success_timestamp_seconds{`);
  });
});

const SILENT = pino({ level: 'silent' });
