import { randomUUID } from 'node:crypto';
import { createApiKey } from '../../../adapters/postgres/api-keys.ts';
import { HOUR, insertMeeting, type TestMeeting } from './rows.ts';
import { insertRoom } from './room-rows.ts';
import { NOW, type Site } from './site.ts';

/** Signs an operator of a tenant in with a key. @returns the cookie */
export async function operatorCookie(site: Site, tenantId = site.tenantId): Promise<string> {
  const { key } = await createApiKey(site.knex, { tenantId, name: 'operator', scopes: ['operator'] });
  const response = await site.post('/operator/sign-in', { key });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function insertRaw({ knex }: Site): Promise<string> {
  const id = randomUUID();
  await knex('raw_messages').insert({ id, sha256: Buffer.alloc(32), size: 900, sealed: Buffer.alloc(28) });
  return id;
}

/** A message to the guest that stands as the columns say. */
export async function insertOutgoing(
  site: Site,
  meeting: TestMeeting,
  columns: { state: string; attempts?: number; last_response?: string },
): Promise<string> {
  const id = randomUUID();
  await site.knex('outgoing_messages').insert({
    ...{ id, tenant_id: meeting.tenantId, meeting_id: meeting.meetingId, uid: meeting.uid },
    ...{ attendee_id: 'guest', kind: 'invitation', method: 'REQUEST', sequence: 0, revision: 1 },
    ...{ message_key: id, message_id: `<${id}@parley.example>`, raw_id: await insertRaw(site) },
    prepared_at: new Date(NOW - HOUR),
    ...columns,
  });
  return id;
}

/** A message that came in and cannot be read; of a tenant's meeting, or of nobody's. */
export async function insertPoison(
  site: Site,
  { meeting, to }: { meeting?: TestMeeting; to?: string },
): Promise<string> {
  const id = randomUUID();
  await site.knex('imip_messages').insert({
    ...{ id, dedupe_key: id, door: 'smtp', raw_id: await insertRaw(site), decision: 'failed' },
    ...{ reason: 'reading-took-too-long', attempts: 1, sender: null },
    ...(meeting && { tenant_id: meeting.tenantId, meeting_id: meeting.meetingId, uid: meeting.uid }),
    ...(to !== undefined && { envelope_to: [to] }),
    received_at: new Date(NOW - HOUR),
    decided_at: new Date(NOW - HOUR),
  });
  return id;
}

interface TestEndpoint {
  disabled?: 'gone' | 'failing';
  /** Of each delivery. */
  states?: ('pending' | 'delivered' | 'failed')[];
}

/** An endpoint, with deliveries of which those that failed were answered 503. @returns their ids, too */
export async function insertEndpoint(
  { knex, tenantId }: Site,
  { disabled, states = [] }: TestEndpoint = {},
): Promise<{ id: string; deliveries: string[] }> {
  const id = randomUUID();
  const failingSince = disabled === 'failing' ? new Date(NOW - 120 * HOUR) : null;
  await knex('webhook_endpoints').insert({
    ...{ id, tenant_id: tenantId, url: 'https://backend.example/hooks/s3cret', description: 'Orders' },
    ...{ secret_sealed: Buffer.alloc(28), secret_key_id: 'k', contact_email: 'dora@private.example' },
    ...{ enabled: disabled === undefined, disabled_reason: disabled ?? null, failing_since: failingSince },
    disabled_at: disabled === undefined ? null : new Date(NOW - HOUR),
    created_at: new Date(NOW - 200 * HOUR),
  });
  const deliveries: string[] = [];
  for (const state of states) {
    const [event] = await knex('webhook_events')
      .insert({ tenant_id: tenantId, type: 'meeting.booked', at: new Date(NOW), data: {} })
      .returning('id');
    const [delivery] = await knex('webhook_deliveries')
      .insert({
        ...{ tenant_id: tenantId, endpoint_id: id, event_id: event!.id, state, started_at: new Date(NOW) },
        settled_at: state === 'pending' ? null : new Date(NOW),
      })
      .returning('id');
    deliveries.push(delivery!.id);
    if (state === 'pending') continue;
    const answer = state === 'failed' ? { http_status: 503, problem: 'http-error' } : { http_status: 204 };
    await knex('webhook_attempts').insert({
      ...{ tenant_id: tenantId, delivery_id: delivery!.id, run: 1, at: new Date(NOW), took_ms: 120 },
      ...answer,
    });
  }
  return { id, deliveries };
}

/** The pages of an operator with something on each of them, by the name of its picture. */
export async function operatorPages(site: Site): Promise<Record<string, string>> {
  const meeting = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs: NOW + 48 * HOUR });
  await insertOutgoing(site, meeting, { state: 'prepared' });
  await insertOutgoing(site, meeting, { state: 'deferred', attempts: 3, last_response: 'ECONNREFUSED' });
  await insertOutgoing(site, meeting, {
    state: 'failed',
    attempts: 1,
    last_response: '550 5.1.1 gus.guest@private.example: user unknown',
  });
  await insertPoison(site, { meeting });
  const room = await insertRoom(site.knex, site.tenantId);
  await site.knex('feeds').insert({
    ...{ calendar_id: room.calendarId, tenant_id: site.tenantId, url_masked: 'https://calendar.example/…' },
    ...{ url_sealed: Buffer.alloc(28), url_key_id: 'k', last_sync_at: new Date(NOW - HOUR) },
    ...{ last_result: 'failed', last_problem: 'http-500' },
  });
  const endpoint = await insertEndpoint(site, { states: ['delivered', 'failed', 'pending'] });
  const disabled = await insertEndpoint(site, { disabled: 'failing', states: ['failed'] });
  const page = `/operator/meetings/${meeting.meetingId}`;
  return {
    operator: '/operator',
    'operator-mail': '/operator/mail?done=sending',
    'operator-feeds': '/operator/feeds',
    'operator-webhooks': '/operator/webhooks',
    'operator-webhook': `/operator/webhooks/${endpoint.id}`,
    'operator-webhook-disabled': `/operator/webhooks/${disabled.id}?done=refused`,
    'operator-meetings': '/operator/meetings',
    'operator-meeting': page,
    'operator-cancel': `${page}/cancel`,
  };
}
