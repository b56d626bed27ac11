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
  const page = `/operator/meetings/${meeting.meetingId}`;
  return {
    operator: '/operator',
    'operator-mail': '/operator/mail?done=sending',
    'operator-feeds': '/operator/feeds',
    'operator-meetings': '/operator/meetings',
    'operator-meeting': page,
    'operator-cancel': `${page}/cancel`,
  };
}
