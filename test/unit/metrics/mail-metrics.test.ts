import pino from 'pino';
import { Registry } from 'prom-client';
import { afterEach, describe, expect, it } from 'vitest';
import { createMailSender } from '../../../adapters/mail/mail-sender.ts';
import { createMailMetrics } from '../../../adapters/metrics/mail-metrics.ts';
import { startMetricsServer } from '../../../workers/metrics-server.ts';
import { startFaultySmtp, type Fault } from '../../support/faulty-smtp.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const FAULTS: Record<string, Fault> = {
  'later@secret.example': { at: 'RCPT', code: 450 },
  'never@secret.example': { at: 'RCPT', code: 550 },
};

async function worker() {
  const smtp = await startFaultySmtp({ fault: ({ to }) => FAULTS[to] });
  const registry = new Registry();
  const metrics = createMailMetrics(registry);
  const mail = createMailSender({
    smtpUrl: smtp.smtpUrl,
    connections: 2,
    perDomain: 2,
    perDomainPerMinute: 0,
    breaker: { failures: 1, openMs: 60_000 },
    metrics,
  });
  const server = await startMetricsServer(
    registry,
    { host: '127.0.0.1', port: 0 },
    pino({ level: 'silent' }),
  );
  closing.push(
    () => server.stop(),
    () => mail.close(),
    () => smtp.close(),
  );
  const send = (to: string, attempts = 0) =>
    mail
      .send({ from: 'scheduling@secret.example', to, raw: Buffer.from('Subject: x\r\n\r\nx\r\n'), attempts })
      .then(
        () => 'sent',
        () => 'failed',
      );
  const read = async () => (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  return { smtp, send, read, port: server.port };
}

describe('a worker’s metrics', () => {
  it('show what came of its attempts and whether the mail server is there, and no address or domain', async () => {
    const { smtp, send, read } = await worker();
    expect(await send('guest@secret.example')).toBe('sent');
    expect(await send('later@secret.example', 2)).toBe('failed');
    expect(await send('never@secret.example')).toBe('failed');
    const up = await read();
    expect(up).toContain('parley_mail_breaker_open 0');
    await smtp.close();
    await send('guest@secret.example');
    await send('guest@secret.example', 1);
    const down = await read();
    for (const line of [
      'parley_mail_handovers_total{outcome="sent"} 1',
      'parley_mail_handovers_total{outcome="rejected"} 1',
      'parley_mail_handovers_total{outcome="deferred"} 2',
      'parley_mail_handovers_total{outcome="held"} 1',
      'parley_mail_retries_total 2',
      'parley_mail_breaker_open 1',
      'parley_mail_waiting 0',
      'parley_mail_handover_duration_seconds_count 5',
    ])
      expect(down.split('\n')).toContain(line);
    expect(down).not.toContain('secret');
  });

  it('are the only thing that is served', async () => {
    const { port } = await worker();
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status).toBe(404);
  });
});
