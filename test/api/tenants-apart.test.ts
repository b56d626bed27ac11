import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import type { Tenant } from '../../adapters/postgres/tenants.ts';
import { routes } from '../../api/routes/index.ts';
import { GUEST, insertLink, insertMeeting, type TestMeeting } from '../pages/support/rows.ts';
import { insertInRoom } from '../pages/support/room-rows.ts';
import { insertOwnedRoom, ownerCookie } from '../support/room-owner.ts';
import { mailgunSignature, multipart, sendgridSignature } from '../support/providers.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';
import { signatureOf, type Answer, type Caller } from './support/caller.ts';
import { letter } from './support/letters.ts';
import { everything, inRoom } from './support/all-rows.ts';
import { calendarCases } from './support/calendar-cases.ts';
import { bookingCases } from './support/booking-cases.ts';
import { webhookCases } from './support/webhook-cases.ts';
import { availabilityCases } from './support/availability-cases.ts';
import { meetingCases } from './support/meeting-cases.ts';
import { eventTypeCases } from './support/event-type-cases.ts';
import { principalCases } from './support/principal-cases.ts';
import { insertOutgoing } from './support/outgoing.ts';
import { HOUR, hourIn, newGuest, newRoom } from './support/people.ts';

let api: RecordedApi;
let theirs: TestMeeting;
let messageId: string;
/** A message that came in about their meeting. */
let theirMail: string;
let theirRoom: Room;
let inTheirRoom: string;
let ours: Tenant;
let us: Caller;

beforeAll(async () => {
  api = await startRecordedApi();
  ours = await api.addTenant('other');
  us = await api.caller(ours);
});
afterAll(() => api?.stop());

beforeEach(async () => {
  theirs = await insertMeeting(api.knex, { tenantId: api.tenant.id, startMs: Date.now() + 72 * HOUR });
  theirRoom = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id });
  const running = { startMs: Date.now(), status: 'live', videoUrl: 'https://video.test/a' } as const;
  inTheirRoom = (await insertInRoom(api.knex, theirRoom, { ...running, inside: { p: 'Ada' } })).id;
  messageId = await insertOutgoing(api.knex, theirs);
  const stranger = letter({ uid: theirs.uid, from: 'stranger@example.net' });
  await (await api.caller()).mail(stranger);
  const mail: { id: string } = await api.knex('imip_messages').where({ uid: theirs.uid }).first('id');
  theirMail = mail.id;
  api.meetings.calls.length = 0;
});

/** Of our own owner of a room, who has the same address as theirs. */
const ourOwnersCookie = async () =>
  ownerCookie(
    api.knex,
    await insertOwnedRoom(api.knex, { tenantId: ours.id, ownerEmail: theirRoom.ownerEmail }),
  );

/** What another tenant gets for the first one's ids, route by route. */
const cases: Record<string, () => Promise<void>> = {
  ...meetingCases({
    us: () => us,
    ours: () => ours,
    theirs: () => theirs,
    knex: () => api.knex,
    calls: () => api.meetings.calls,
    notFound,
  }),
  ...bookingCases({ us: () => us, theirTenant: () => api.tenant, knex: () => api.knex, notFound }),
  ...calendarCases({ api: () => api, us: () => us, notFound }),
  ...availabilityCases({ api: () => api, us: () => us, ours: () => ours, notFound }),
  ...webhookCases({ api: () => api, us: () => us, ours: () => ours, notFound }),
  ...eventTypeCases({ api: () => api, us: () => us, ours: () => ours, notFound }),
  'post /api/practice-room/create': async () => {
    const made = await us.post('/api/practice-room/create', newRoom());
    expect(made.status).toBe(201);
    const { roomId } = made.json as { roomId: string };
    const row = (await api.knex('meetings').where({ id: roomId }).first()) as { tenant_id: string };
    expect(row.tenant_id).toBe(ours.id);
    const them = await api.caller();
    expect((await them.get(`/api/practice-room/${roomId}`)).status).toBe(404);
    // Nor may the tenant be chosen by the caller.
    const chosen = newRoom({ tenantId: api.tenant.id });
    expect((await us.post('/api/practice-room/create', chosen)).json.code).toBe('unknown-field');
  },
  'post /api/practice-room/book': () =>
    notFound(us.post('/api/practice-room/book', { roomId: theirs.meetingId, guest: newGuest() })),
  'post /api/practice-room/delete': () =>
    notFound(us.post('/api/practice-room/delete', { roomId: theirs.meetingId })),
  'get /api/practice-room/{roomId}': () => notFound(us.get(`/api/practice-room/${theirs.meetingId}`)),
  'post /api/practice-room/join': () =>
    notFound(us.post('/api/practice-room/join', { roomId: theirs.meetingId, participantId: 'p' })),
  'post /api/practice-room/leave': () =>
    notFound(us.post('/api/practice-room/leave', { roomId: theirs.meetingId, participantId: 'p' })),
  'post /api/ics/send-invite': () => notFound(us.post('/api/ics/send-invite', calendarRequest(0))),
  'post /api/ics/send-update': () => notFound(us.post('/api/ics/send-update', calendarRequest(1))),
  'post /api/ics/send-cancel': () =>
    notFound(us.post('/api/ics/send-cancel', { uid: theirs.uid, attendeeEmail: GUEST.email })),
  // The token is the authority here, and it is bound to its meeting; a key of another tenant adds nothing to it.
  'post /api/reschedule/propose': async () => {
    const startMs = Date.now() + 24 * HOUR;
    const own = await insertMeeting(api.knex, { tenantId: ours.id, startMs });
    const token = await insertLink(api.knex, own, { purpose: 'propose', role: 'guest', expiresMs: startMs });
    const { startUtc, endUtc } = hourIn(90);
    const body = { token, proposedStartUtc: startUtc, proposedEndUtc: endUtc };
    const foreign = await us.post('/api/reschedule/propose', { ...body, roomId: theirs.meetingId });
    expect(foreign.json.code).toBe('unknown-field');
    expect(api.meetings.calls).toEqual([]);
    await us.post('/api/reschedule/propose', body);
    expect(api.meetings.calls.map((call) => call.uid)).toEqual([own.uid]);
    api.meetings.calls.length = 0;
  },
  'get /api/imip/messages': async () => {
    const listed = await us.get(`/api/imip/messages?uid=${encodeURIComponent(theirs.uid)}`);
    expect(listed.json).toEqual({ messages: [], next: null });
  },
  'get /api/imip/messages/{messageId}': async () => notFound(us.get(`/api/imip/messages/${theirMail}`)),
  'get /api/imip/messages/{messageId}/raw': async () =>
    notFound(us.get(`/api/imip/messages/${theirMail}/raw`)),
  'post /api/imip/messages/{messageId}/run-again': async () =>
    notFound(us.post(`/api/imip/messages/${theirMail}/run-again`, {})),
  'post /api/imip/inbound': async () => {
    const answer = await us.mail(letter({ uid: theirs.uid, from: GUEST.email, partstat: 'DECLINED' }));
    expect(answer).toMatchObject({ status: 202, json: { understood: 'ignored', reason: 'unknown-uid' } });
    expect(await api.knex('outbox').where({ uid: theirs.uid })).toEqual([]);
  },
  'post /api/hooks/email-status': async () => {
    const at = new Date().toISOString();
    const events = [{ messageId, event: 'bounced', at }];
    const answer = await us.post('/api/hooks/email-status', { events });
    expect(answer).toMatchObject({ status: 202, json: { accepted: 0, unknown: 1 } });
  },
  // A provider serves all tenants: what it hands in is known by its UID or Message-ID alone, and a tenant has no say
  // in it. Its signature is nothing that a tenant could make.
  'post /api/imip/inbound/mailgun/mime': () => signedByTenant('/api/imip/inbound/mailgun/mime'),
  'post /api/imip/inbound/sendgrid': () => signedByTenant('/api/imip/inbound/sendgrid'),
  'post /api/hooks/email-status/mailgun': () => signedByTenant('/api/hooks/email-status/mailgun'),
  'post /api/hooks/email-status/sendgrid': () => signedByTenant('/api/hooks/email-status/sendgrid'),
  'post /api/hooks/video/daily': () => notOpen('/api/hooks/video/daily'),
  'post /api/hooks/video/whereby': () => notOpen('/api/hooks/video/whereby'),
  // Everybody who has a room's address may come to it; a key of another tenant opens no more, and not even that.
  'get /v1/rooms/{name}/meetings': () => notFound(us.get(`/v1/rooms/${theirRoom.name}/meetings`)),
  'get /v1/rooms/{name}/meetings/upcoming': () =>
    notFound(us.get(`/v1/rooms/${theirRoom.name}/meetings/upcoming`)),
  'post /v1/rooms/{name}/meetings': () => notFound(us.post(`/v1/rooms/${theirRoom.name}/meetings`, {})),
  'post /v1/rooms/{name}/meetings/{meetingId}/join': () =>
    notFound(us.post(`/v1/rooms/${theirRoom.name}/meetings/${inTheirRoom}/join`, {})),
  'post /v1/rooms/{name}/meetings/{meetingId}/heartbeat': () =>
    notFound(
      us.post(`/v1/rooms/${theirRoom.name}/meetings/${inTheirRoom}/heartbeat`, { participantId: 'p' }),
    ),
  'post /v1/rooms/{name}/meetings/{meetingId}/leave': () =>
    notFound(us.post(`/v1/rooms/${theirRoom.name}/meetings/${inTheirRoom}/leave`, { participantId: 'p' })),
  'post /v1/rooms/{name}/meetings/{meetingId}/end': () => ownersOnly(`/meetings/${inTheirRoom}/end`, {}),
  ...principalCases({ us: () => us, theirRoom: () => theirRoom, knex: () => api.knex, notFound }),
  'post /v1/rooms': async () => {
    const made = await us.post('/v1/rooms', {
      name: `own-${randomUUID()}`.slice(0, 40),
      ownerEmail: GUEST.email,
    });
    expect(made.status).toBe(201);
    const { id } = made.json as unknown as { id: string };
    expect(await api.knex('principals').where({ id }).first('tenant_id')).toEqual({ tenant_id: ours.id });
    await notFound((await api.caller()).get(`/v1/rooms/${id}`));
    const taken = { name: theirRoom.name, ownerEmail: GUEST.email };
    expect((await us.post('/v1/rooms', taken)).json.code).toBe('room-name-taken');
  },
  'get /v1/rooms': async () => {
    // Also when both have an owner of the same address.
    const session = await ourOwnersCookie();
    for (const headers of [us.authorization, { Cookie: session }])
      expect((await us.send('/v1/rooms', { headers })).text).not.toContain(theirRoom.name);
  },
  'get /v1/rooms/{name}': async () => {
    await notFound(us.get(`/v1/rooms/${theirRoom.name}`));
    const session = await ourOwnersCookie();
    const seen = await us.send(`/v1/rooms/${theirRoom.name}`, { headers: { Cookie: session } });
    expect(Object.keys(seen.json)).toEqual(['id', 'name', 'url', 'timezone']);
  },
  'delete /v1/rooms/{name}': () => ownersOnly('', undefined, 'DELETE'),
  'post /v1/rooms/{id}/restore': () => ownersOnly('/restore', {}),
  'patch /v1/rooms/{name}': () => ownersOnly('', { icsEnabled: false }, 'PATCH'),
  'post /v1/rooms/{name}/ics/test': () => ownersOnly('/ics/test', { icsUrl: 'https://example.org/a.ics' }),
  'post /v1/rooms/{name}/ics/sync': () => ownersOnly('/ics/sync', {}),
  'get /v1/rooms/{name}/ics/status': () => ownersOnly('/ics/status'),
  'get /v1/rooms/{name}/ics/fetches': () => ownersOnly('/ics/fetches'),
  'get /healthz': () => saysNothing('/healthz'),
  'get /readyz': () => saysNothing('/readyz'),
  'get /metrics': () => saysNothing('/metrics'),
};

describe('what is one tenant’s is unknown to another', () => {
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    it(name, async () => {
      const before = [await everything(api.knex, theirs), await inRoom(api.knex, theirRoom)];
      const test = cases[name];
      if (!test) throw new Error(`no case for ${name}: add one`);
      await test();
      expect(api.meetings.calls).toEqual([]);
      expect([await everything(api.knex, theirs), await inRoom(api.knex, theirRoom)]).toEqual(before);
    });
  }

  it('also a signature: the secret of one does not sign for another', async () => {
    const raw = Buffer.from(letter({ uid: theirs.uid, from: GUEST.email, partstat: 'DECLINED' }));
    for (const tenant of [api.tenant.slug, 'nobody']) {
      const answer = await us.send(`/api/imip/inbound?tenant=${tenant}`, {
        method: 'POST',
        body: new Uint8Array(raw),
        headers: { 'Content-Type': 'message/rfc822', ...signatureOf(ours.id, raw) },
      });
      expect(answer.json).toMatchObject({ status: 401, code: 'invalid-signature' });
    }
  });

  it('also an Idempotency-Key: the same key of two tenants is two keys', async () => {
    const them = await api.caller();
    const key = { 'Idempotency-Key': randomUUID() };
    const body = newRoom();
    const [first, second] = [
      await them.post('/api/practice-room/create', body, key),
      await us.post('/api/practice-room/create', body, key),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.json.roomId).not.toBe(second.json.roomId);
  });

  it('also a Message-ID: a message that one tenant handed in says nothing to another, and takes nothing from it', async () => {
    const raw = letter({ uid: theirs.uid, from: GUEST.email });
    expect((await us.mail(raw)).json).toMatchObject({ understood: 'ignored', reason: 'unknown-uid' });
    const them = await api.caller();
    expect((await them.mail(raw)).json).toMatchObject({ understood: 'reply', uid: theirs.uid });
    const other = letter({ uid: theirs.uid, from: GUEST.email });
    expect((await them.mail(other)).json).toMatchObject({ understood: 'reply' });
    expect((await us.mail(other)).json).toMatchObject({ understood: 'ignored', reason: 'unknown-uid' });
  });
});

async function notFound(call: Promise<Answer>): Promise<void> {
  const answer = await call;
  expect(answer.json).toMatchObject({ status: 404, code: 'not-found' });
}

/** Neither another tenant's key nor its owner of the same address gets to a room's settings. */
async function ownersOnly(path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<void> {
  const session = await ourOwnersCookie();
  for (const headers of [us.authorization, { Cookie: session }]) {
    const call = us.send(`/v1/rooms/${theirRoom.id}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    await notFound(call);
  }
  expect(await api.knex('feeds').where({ calendar_id: theirRoom.calendarId })).toEqual([]);
}

/** A tenant's key and webhook secret open no provider's door, whatever is sent. */
async function signedByTenant(path: string): Promise<void> {
  const raw = letter({ uid: theirs.uid, from: GUEST.email, partstat: 'DECLINED' });
  const form = multipart({ email: raw, 'body-mime': raw, ...mailgunSignature({ key: us.key }) });
  const event = { event: 'bounce', 'smtp-id': messageId, timestamp: 1 };
  const isMail = path.includes('inbound');
  const type = isMail ? form.type : 'application/json';
  const body = isMail ? form.body : Buffer.from(JSON.stringify([event]));
  for (const signature of [
    {},
    us.authorization,
    signatureOf(ours.id, body),
    sendgridSignature(body, { byStranger: true }),
  ]) {
    const answer = await us.send(path, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: { 'Content-Type': type, ...signature },
    });
    expect(answer.json).toMatchObject({ status: 401, code: 'invalid-signature' });
  }
}

/** A video service is the whole installation's, and none is set up here; test/api/video-reports has one. */
async function notOpen(path: string): Promise<void> {
  expect((await us.post(path, { type: 'participant.left' })).json.code).toBe('not-configured');
}

async function saysNothing(path: string): Promise<void> {
  const { text } = await us.get(path);
  for (const secret of [theirs.uid, theirs.meetingId, api.tenant.id, GUEST.email])
    expect(text).not.toContain(secret);
}

const calendarRequest = (sequence: number) => ({
  uid: theirs.uid,
  attendeeEmail: GUEST.email,
  sequence,
  ...hourIn(72),
});
