import { afterEach, beforeEach, expect, it } from 'vitest';
import { newWebhookSecret } from '../../adapters/secrets/webhook-secrets.ts';
import { createWebhookSender, type WebhookSenderOptions } from '../../adapters/webhooks/sender.ts';
import { startReceiver, verify, type Receiver } from './support/receiver.ts';

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.stop());

const secret = newWebhookSecret();
const BODY = JSON.stringify({ type: 'parley.test', timestamp: '2030-01-01T00:00:00.000Z', data: {} });

async function send(url: string, options: Partial<WebhookSenderOptions> = {}) {
  const sender = createWebhookSender({ allowedHosts: [], ...options });
  try {
    return await sender.send({ url, id: 'event', body: BODY, secrets: [secret] });
  } finally {
    await sender.close();
  }
}

/** Where the receiver is under a name; `http` is for hosts that the operator lists. */
const named = (name: string) => receiver.url().replace('127.0.0.1', name);
const resolveTo = (address: string) => () => Promise.resolve([{ address, family: 4 }]);

it('a name that leads to a private address is refused where the connection is made, whatever it led to before', async () => {
  const url = 'https://backend.example.com/hook';
  for (const address of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '192.168.0.1']) {
    expect(await send(url, { resolve: resolveTo(address) })).toMatchObject({
      httpStatus: null,
      problem: 'address-refused',
    });
  }
  expect(receiver.received).toEqual([]);
});

it('http and private addresses are for hosts that the operator lists, and for no others', async () => {
  const resolve = resolveTo('127.0.0.1');
  const allowedHosts = ['backend.internal'];
  expect(await send(named('backend.internal'), { resolve, allowedHosts })).toMatchObject({ httpStatus: 204 });
  expect(await send(named('other.internal'), { resolve, allowedHosts })).toMatchObject({
    problem: 'url-refused',
  });
  expect(await send(receiver.url(), { allowedHosts })).toMatchObject({ problem: 'url-refused' });
  expect(receiver.received).toHaveLength(1);
  expect(verify(receiver.received[0]!, secret).type).toBe('parley.test');
});

it('a redirect is not followed', async () => {
  receiver.answer(302, { location: receiver.url('/elsewhere') });
  expect(await send(receiver.url(), { allowedHosts: ['127.0.0.1'] })).toMatchObject({
    httpStatus: 302,
    problem: 'redirected',
  });
  expect(receiver.received.map(({ path }) => path)).toEqual(['/hook']);
});

it('who does not answer in time has not taken it', async () => {
  receiver.answerWith(() => undefined);
  const options = { allowedHosts: ['127.0.0.1'], totalMs: 100 };
  expect(await send(receiver.url(), options)).toMatchObject({ httpStatus: null, problem: 'timeout' });
});

it('an answer without end is not waited for: its status counts', async () => {
  receiver.answerWith((response) => {
    response.writeHead(200);
    const pour = () => {
      while (!response.destroyed && response.write(Buffer.alloc(16_384)));
    };
    response.on('drain', pour);
    pour();
  });
  expect(await send(receiver.url(), { allowedHosts: ['127.0.0.1'] })).toMatchObject({
    httpStatus: 200,
    problem: null,
  });
});

it('Retry-After is heard', async () => {
  receiver.answer(503, { 'retry-after': '120' });
  expect(await send(receiver.url(), { allowedHosts: ['127.0.0.1'] })).toEqual({
    httpStatus: 503,
    problem: 'http-error',
    retryAfterMs: 120_000,
  });
});

it('nobody there is told from no such name', async () => {
  const allowedHosts = ['127.0.0.1'];
  await receiver.stop();
  expect(await send(receiver.url(), { allowedHosts })).toMatchObject({ problem: 'unreachable' });
  receiver = await startReceiver();
  const resolve = () => Promise.reject(Object.assign(new Error('no name'), { code: 'ENOTFOUND' }));
  expect(await send('https://nobody.example.com/', { resolve })).toMatchObject({ problem: 'host-not-found' });
});
