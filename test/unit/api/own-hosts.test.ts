import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemDocuments } from '../../../api/middleware/errors.ts';
import { ownHostsOnly } from '../../../api/middleware/own-hosts.ts';

let port: number;
const server = createServer();
beforeAll(async () => {
  const app = new Koa();
  const publicUrl = 'https://Parley.example:8443/base';
  app.use(problemDocuments({ publicUrl, log: pino({ level: 'silent' }) }));
  app.use(ownHostsOnly({ http: { host: '0.0.0.0', port: 1 }, publicUrl }));
  app.use((ctx) => (ctx.body = 'everybody’s mail'));
  const handle = app.callback();
  server.on('request', (incoming, answer) => void handle(incoming, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const ask = (host: string | null, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request({
      port,
      host: '127.0.0.1',
      setHost: false,
      headers: { ...(host !== null && { host }), ...headers },
    });
    asked.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });

describe('a request for', () => {
  it.each([
    'localhost',
    'LOCALHOST:3000',
    '127.0.0.1',
    '127.0.0.1:3000',
    '[::1]:3000',
    'parley.example',
    'parley.example:8443',
    'parley.localhost',
  ])('%s is ours', async (host) => {
    expect(await ask(host)).toBe(200);
  });

  it.each([
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'parley.example.evil.example',
    'evil.example@localhost',
    'localhost, evil.example',
    'localhost/evil.example',
    '[::2]',
    '192.168.0.1',
    '..',
  ])('%s is not, and gets nothing', async (host) => {
    expect(await ask(host)).toBe(421);
  });

  it('another host by what a proxy would say is not believed', async () => {
    expect(await ask('evil.example', { 'X-Forwarded-Host': 'localhost' })).toBe(421);
  });
});
