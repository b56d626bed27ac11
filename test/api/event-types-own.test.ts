import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Caller } from './support/caller.ts';
import { newEventType, People, profileOf, shown } from './support/event-types.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let us: Caller;
let people: People;

beforeAll(async () => {
  api = await startRecordedApi();
  us = await api.caller();
  people = new People(api, us);
});
afterAll(() => api?.stop());

/** Somebody who has signed in. */
async function signedIn(name?: string) {
  const id = await people.member(name);
  const headers = await people.session(id);
  const send = (method: string, path: string, body?: object): Promise<Answer> =>
    us.send(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return { id, headers, send };
}

describe('with a session', () => {
  it('a member makes, sees, changes, deletes and brings back what can be booked with them', async () => {
    const olga = await signedIn();
    const made = await olga.send('POST', '/api/event-types', newEventType());
    expect([made.status, shown(made).ownerId]).toEqual([201, olga.id]);
    const path = `/api/event-types/${shown(made).id}`;
    expect((await olga.send('GET', path)).json).toEqual(made.json);
    expect(shown(await olga.send('PATCH', path, { title: 'Changed' })).title).toBe('Changed');
    const listed = await olga.send('GET', '/api/event-types');
    const { eventTypes } = listed.json as unknown as { eventTypes: { id: string }[] };
    expect(eventTypes.map(({ id }) => id)).toEqual([shown(made).id]);
    expect((await olga.send('DELETE', path)).status).toBe(200);
    expect((await olga.send('POST', `${path}/restore`, {})).status).toBe(200);
  });

  it('what is another member’s is unknown, and is not changed', async () => {
    const [olga, paul] = [await signedIn(), await signedIn('Paul')];
    const made = shown(await olga.send('POST', '/api/event-types', newEventType({ access: 'secret' })));
    const path = `/api/event-types/${made.id}`;
    const link = await olga.send('POST', `${path}/links`, {});
    const before = await api.knex('event_types').where({ id: made.id });
    for (const [method, address, body] of [
      ['GET', path],
      ['PATCH', path, { title: 'Mine' }],
      ['DELETE', path],
      ['POST', `${path}/restore`, {}],
      ['POST', `${path}/schedule/detach`, {}],
      ['POST', `${path}/schedule/inherit`, {}],
      ['POST', `${path}/links`, {}],
      ['GET', `${path}/links`],
      ['DELETE', `${path}/links/${link.json.id}`],
      ['GET', `/api/event-types?ownerId=${olga.id}`],
      ['POST', '/api/event-types', newEventType({ ownerId: olga.id })],
    ] as const) {
      const { status, json } = await paul.send(method, address, body);
      expect([method, address, status, json.code]).toEqual([method, address, 404, 'not-found']);
    }
    expect(await api.knex('event_types').where({ owner_id: olga.id })).toEqual(before);
    expect(await api.knex('booking_links').where({ event_type_id: made.id, revoked_at: null })).toHaveLength(
      1,
    );
    // A host who is not the owner has no say in it either.
    await us.patch(path, { hosts: [{ principalId: paul.id }] });
    expect((await paul.send('PATCH', path, { title: 'Mine' })).status).toBe(404);
  });

  it('nothing is done without one, nor with a key for something else, nor for another site', async () => {
    const olga = await signedIn();
    const body = JSON.stringify(newEventType());
    const none = await us.send('/api/event-types', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    expect(none.status).toBe(401);
    const mailOnly = await api.caller(api.tenant, ['mail']);
    expect((await mailOnly.post('/api/event-types', newEventType({ ownerId: olga.id }))).status).toBe(403);
    const foreign = await us.send('/api/event-types', {
      method: 'POST',
      headers: { ...olga.headers, 'Sec-Fetch-Site': 'cross-site' },
      body,
    });
    expect(foreign.status).toBe(401);
    expect(await api.knex('event_types').where({ owner_id: olga.id })).toEqual([]);
  });
});

describe('a schedule of its own', () => {
  const scheduleOf = (id: string) => api.knex('schedules').where({ id }).first();
  const weekly = (day: number) =>
    Array.from({ length: 7 }, (_, at) => (at === day ? [{ fromMinute: 60, untilMinute: 120 }] : []));

  it('is a copy of the owner’s default, and is gone when that counts again', async () => {
    const olga = await signedIn();
    const made = shown(await olga.send('POST', '/api/event-types', newEventType()));
    const path = `/api/event-types/${made.id}`;
    const profile = await profileOf(api.knex, olga.id);
    const standard = { weekly: JSON.stringify(weekly(2)), timezone: 'Asia/Kolkata' };
    await api.knex('schedules').where({ id: profile.default_schedule_id }).update(standard);
    const detached = shown(await olga.send('POST', `${path}/schedule/detach`, {}));
    const own = (await scheduleOf(detached.scheduleId!))!;
    expect(own).toMatchObject({
      principal_id: olga.id,
      event_type_id: made.id,
      weekly: weekly(2),
      timezone: 'Asia/Kolkata',
    });
    expect(own.id).not.toBe(profile.default_schedule_id);
    // Once more changes nothing, and the default is followed no more.
    expect(shown(await olga.send('POST', `${path}/schedule/detach`, {}))).toEqual(detached);
    await api
      .knex('schedules')
      .where({ id: profile.default_schedule_id })
      .update({ weekly: JSON.stringify(weekly(5)) });
    expect(await scheduleOf(own.id)).toEqual(own);
    expect(shown(await olga.send('POST', `${path}/schedule/inherit`, {})).scheduleId).toBeNull();
    expect(await scheduleOf(own.id)).toBeUndefined();
    expect(shown(await olga.send('POST', `${path}/schedule/inherit`, {})).scheduleId).toBeNull();
  });

  it('is a copy of the shared one that it had, and is gone when it has that again', async () => {
    const olga = await signedIn();
    const made = shown(await olga.send('POST', '/api/event-types', newEventType()));
    const path = `/api/event-types/${made.id}`;
    const shared = { id: crypto.randomUUID() };
    await api.knex('schedules').insert({
      ...shared,
      tenant_id: us.tenant.id,
      principal_id: olga.id,
      name: 'Evenings',
      weekly: JSON.stringify(weekly(4)),
    });
    expect((await olga.send('PATCH', path, { scheduleId: shared.id })).status).toBe(200);
    const own = shown(await olga.send('POST', `${path}/schedule/detach`, {})).scheduleId!;
    expect(await scheduleOf(own)).toMatchObject({ weekly: weekly(4), timezone: null });
    // Another event type cannot have it.
    const other = shown(await olga.send('POST', '/api/event-types', newEventType()));
    expect((await olga.send('PATCH', `/api/event-types/${other.id}`, { scheduleId: own })).status).toBe(422);
    expect((await olga.send('PATCH', path, { scheduleId: own })).status).toBe(200);
    expect(shown(await olga.send('PATCH', path, { scheduleId: shared.id })).scheduleId).toBe(shared.id);
    expect(await scheduleOf(own)).toBeUndefined();
    expect(await scheduleOf(shared.id)).toBeDefined();
  });

  it('has Monday to Friday, nine to five, where nobody has told any hours', async () => {
    const olga = await signedIn();
    const id = crypto.randomUUID();
    const row = {
      id,
      tenant_id: us.tenant.id,
      owner_id: olga.id,
      slug: 'a',
      title: 'A',
      lengths_minutes: [30],
    };
    await api.knex('event_types').insert(row);
    const { scheduleId } = shown(await olga.send('POST', `/api/event-types/${id}/schedule/detach`, {}));
    const nineToFive = [{ fromMinute: 540, untilMinute: 1_020 }];
    const week = [[], nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, []];
    expect(await scheduleOf(scheduleId!)).toMatchObject({ weekly: week });
  });
});
