import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { sendTestEvent } from '../../commands/webhooks/send-again.ts';
import { createWorld, type World } from '../support/world.ts';
import { addEndpoint, endpointNow, OPERATOR, settle, webhookDeps } from './support/endpoints.ts';
import { startReceiver, type Receiver } from './support/receiver.ts';

let world: World;
let receiver: Receiver;
beforeAll(async () => {
  world = await createWorld({ timeSkipping: true });
});
afterAll(() => world?.stop());
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.stop());

const DAY = 86_400_000;

it('an endpoint that is down for a day gets the event then, under the same id and with the same bytes', async () => {
  const { endpoint, secret } = await addEndpoint(world, receiver.url(), { eventTypes: ['parley.test'] });
  const began = await world.nowMs();
  receiver.answerWith((response) => {
    void world.nowMs().then((nowMs) => response.writeHead(nowMs - began < DAY ? 503 : 200).end());
  });
  await sendTestEvent(webhookDeps(world), OPERATOR, named(endpoint), randomUUID());
  const [delivery] = await settle(world, endpoint);
  expect(delivery?.state).toBe('delivered');
  expect(delivery?.attempts.length).toBeGreaterThan(5);
  expect(delivery?.attempts.at(-1)).toMatchObject({ httpStatus: 200 });
  expect(Date.parse(delivery!.attempts.at(-1)!.at) - began).toBeGreaterThanOrEqual(DAY);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  expect(receiver.verified(secret)).toHaveLength(delivery!.attempts.length);
});

it('an event that nobody takes for three days is given up; five days of nothing but failure disable, and mail once', async () => {
  const settings = { eventTypes: ['parley.test' as const], contactEmail: 'backend@example.com' };
  const { endpoint } = await addEndpoint(world, receiver.url(), settings);
  // Whoever asks for it tells the clock of the activities, too.
  receiver.answerWith((response) => void world.nowMs().then(() => response.writeHead(500).end()));
  await sendTestEvent(webhookDeps(world), OPERATOR, named(endpoint), randomUUID());
  const [first] = await settle(world, endpoint);
  expect(first).toMatchObject({ state: 'failed' });
  const tookMs = Date.parse(first!.attempts.at(-1)!.at) - Date.parse(first!.attempts[0]!.at);
  expect(tookMs).toBeGreaterThan(2 * DAY);
  expect(tookMs).toBeLessThan(3 * DAY);
  expect(await endpointNow(world, endpoint)).toMatchObject({
    enabled: true,
    failingSince: expect.any(Date) as Date,
  });
  await sendTestEvent(webhookDeps(world), OPERATOR, named(endpoint), randomUUID());
  await sendTestEvent(webhookDeps(world), OPERATOR, named(endpoint), randomUUID());
  await settle(world, endpoint);
  expect(await endpointNow(world, endpoint)).toMatchObject({ enabled: false, disabledReason: 'failing' });
  expect(await noticesOf(endpoint)).toEqual(['backend@example.com']);
});

const named = ({ id }: { id: string }) => ({ tenantId: world.tenant.id, id });

/** Addresses that were to be told; each by one event in the outbox. */
async function noticesOf({ id }: { id: string }): Promise<string[]> {
  const rows = await world
    .database('notices as notice')
    .join('outbox', 'outbox.event_key', world.database.raw("'notice/' || notice.id"))
    .where('notice.endpoint_id', id)
    .select('notice.address');
  return rows.map(({ address }) => address);
}
