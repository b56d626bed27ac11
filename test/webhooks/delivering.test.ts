import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { rotateSecret } from '../../commands/webhooks/manage-endpoints.ts';
import { redeliver, sendTestEvent } from '../../commands/webhooks/send-again.ts';
import { simpleParser } from 'mailparser';
import { loadTexts } from '../../adapters/texts/load.ts';
import { MeetingScript } from '../support/meeting-script.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import { createWorld, type World } from '../support/world.ts';
import {
  addEndpoint,
  deliveriesTo,
  endpointNow,
  OPERATOR,
  settle,
  webhookDeps,
} from './support/endpoints.ts';
import { startReceiver, verify, type Receiver } from './support/receiver.ts';

let world: World;
let receiver: Receiver;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.stop());
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver.stop();
  await world.database('webhook_endpoints').update({
    enabled: false,
    disabled_reason: 'asked',
    disabled_at: world.database.fn.now(),
  });
});

it('a booking is told, signed, with the id of its event and no one’s address', async () => {
  const { endpoint, secret } = await addEndpoint(world, receiver.url());
  const script = await MeetingScript.booked(world);
  const [delivery] = await settle(world, endpoint);
  const [event] = receiver.verified(secret);
  expect(event).toMatchObject({
    type: 'meeting.booked',
    data: {
      by: 'backend',
      meeting: {
        id: script.meeting.id,
        source: 'booking',
        status: 'scheduled',
        revision: 1,
        sequence: 0,
        metadata: {},
        attendees: [
          { id: 'host', role: 'host', required: true, partstat: 'NEEDS-ACTION' },
          { id: 'guest', role: 'guest', required: true, partstat: 'NEEDS-ACTION' },
        ],
      },
    },
  });
  expect(receiver.received[0]?.headers).toMatchObject({
    'webhook-id': delivery!.eventId,
    'content-type': 'application/json',
  });
  expect(receiver.received[0]?.body).not.toMatch(/@|Hanna|Gus|Practice/);
  expect(delivery).toMatchObject({ state: 'delivered', attempts: [{ httpStatus: 204, problem: null }] });
  expect(await endpointNow(world, endpoint)).toMatchObject({
    failingSince: null,
    deliveredAt: expect.any(Date) as Date,
  });
});

it('410 disables at once, and the tenant’s mailbox is told, once', async () => {
  const { endpoint } = await addEndpoint(world, receiver.url(), { eventTypes: ['parley.test'] });
  receiver.answer(410);
  await sendTestEvent(webhookDeps(world), OPERATOR, named(endpoint), randomUUID());
  await sendTestEvent(webhookDeps(world), OPERATOR, named(endpoint), randomUUID());
  const deliveries = await settle(world, endpoint);
  expect(deliveries.map(({ state }) => state)).toEqual(['failed', 'failed']);
  expect(await endpointNow(world, endpoint)).toMatchObject({ enabled: false, disabledReason: 'gone' });
  expect(await noticesOf(endpoint)).toEqual([world.tenant.organizerEmail]);
});

it.each(['en', 'de', 'fr', 'es', 'pt', 'ja'])(
  'its contact learns of it in %s: which host, why, and what then',
  async (language) => {
    await world.database('tenants').where({ id: world.tenant.id }).update({ language });
    const contactEmail = `backend.${language}@example.com`;
    const { endpoint } = await addEndpoint(world, receiver.url('/hooks/s3cret'), { contactEmail });
    receiver.answer(410);
    await sendTestEvent(webhookDeps(world), OPERATOR, named(endpoint), randomUUID());
    await settle(world, endpoint);
    const [notice] = await world.database('notices').where({ endpoint_id: endpoint.id });
    const [told] = await world.database('outbox').where({ event_key: `notice/${notice!.id}` });
    await world.inbound.relay({ uid: told!.uid, event: told!.event as never });
    const [message] = await waitForMail(world.catcher, { to: contactEmail });
    const mail = await simpleParser(message!.raw);
    const host = new URL(receiver.url()).host;
    const { t } = loadTexts().wordingFor(language);
    const values = { host, reason: 'gone', days: 0, id: endpoint.id, product: 'Practice Session' };
    expect(mail.subject).toBe(t('mail.endpointDisabled.subject', values));
    const text = (mail.text ?? '').replaceAll(/\s+/g, ' ');
    for (const key of ['why', 'what'] as const)
      expect(text).toContain(t(`mail.endpointDisabled.${key}`, values).replaceAll(/\s+/g, ' '));
    expect(`${mail.subject} ${text}`).not.toMatch(/[{}]|s3cret/);
    expect(mail.html).toContain(`<html lang="${language}">`);
    expect(message!.raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
  },
);

it('what is sent again has the same webhook-id, also while it waits, and then it goes at once', async () => {
  const { endpoint, secret } = await addEndpoint(world, receiver.url(), { eventTypes: ['parley.test'] });
  const sent = await sendTestEvent(webhookDeps(world), OPERATOR, named(endpoint), randomUUID());
  await settle(world, endpoint);
  await redeliver({ knex: world.database }, OPERATOR, { ...named(endpoint), deliveryId: sent.id });
  const [again] = await settle(world, endpoint);
  expect(again).toMatchObject({
    id: sent.id,
    run: 2,
    state: 'delivered',
    attempts: [{ run: 1 }, { run: 2 }],
  });
  expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([sent.eventId, sent.eventId]);
  expect(receiver.verified(secret).map(({ type }) => type)).toEqual(['parley.test', 'parley.test']);
});

it('after a rotation both secrets verify, and after a day only the new one', async () => {
  const { endpoint, secret } = await addEndpoint(world, receiver.url(), { eventTypes: ['parley.test'] });
  const { secret: newer } = await rotateSecret(webhookDeps(world), OPERATOR, named(endpoint));
  await sendTestEvent(webhookDeps(world), OPERATOR, named(endpoint), randomUUID());
  await settle(world, endpoint);
  const [both] = receiver.received;
  expect([verify(both!, secret).type, verify(both!, newer).type]).toEqual(['parley.test', 'parley.test']);
  await world.database('webhook_endpoints').where({ id: endpoint.id }).update({ previous_until: new Date() });
  await sendTestEvent(webhookDeps(world), OPERATOR, named(endpoint), randomUUID());
  await settle(world, endpoint);
  const last = receiver.received.at(-1)!;
  expect(verify(last, newer).type).toBe('parley.test');
  expect(() => verify(last, secret)).toThrow('No matching signature found');
});

it('an event that was written before a crash is delivered by whoever comes next, once', async () => {
  const { endpoint } = await addEndpoint(world, receiver.url(), { eventTypes: ['meeting.booked'] });
  await MeetingScript.booked(world);
  expect(await deliveriesTo(world, endpoint)).toMatchObject([{ state: 'pending', attempts: [] }]);
  // Died after the workflow was started, and before that was written down.
  await world.relayWebhooks();
  await world.database('webhook_deliveries').where({ endpoint_id: endpoint.id }).update({ started_at: null });
  await settle(world, endpoint);
  expect(receiver.received).toHaveLength(1);
});

it('where nobody listens nothing is written', async () => {
  const before = await rowCounts();
  const script = await MeetingScript.booked(world);
  await script.cancel();
  expect(await rowCounts()).toEqual(before);
});

const named = ({ id }: { id: string }) => ({ tenantId: world.tenant.id, id });

const rowCounts = async () =>
  Promise.all(
    (['webhook_events', 'webhook_deliveries'] as const).map(async (table) =>
      Number((await world.database(table).count({ count: '*' }).first())?.count),
    ),
  );

/** Addresses that were to be told; each by one event in the outbox. */
async function noticesOf({ id }: { id: string }): Promise<string[]> {
  const rows = await world
    .database('notices as notice')
    .join('outbox', 'outbox.event_key', world.database.raw("'notice/' || notice.id"))
    .where('notice.endpoint_id', id)
    .select('notice.address');
  return rows.map(({ address }) => address);
}
