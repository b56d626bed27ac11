import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from './support/caller.ts';
import { newEventType, People, shown } from './support/event-types.ts';
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

const at = (id: string, rest = '') => `/api/event-types/${id}${rest}`;

describe('an event type', () => {
  it('of a slug, a title and a length has what is usual for the rest, and its owner as host', async () => {
    const ownerId = await people.member();
    const made = await us.post('/api/event-types', newEventType({ ownerId, slug: 'first-lesson' }));
    expect(made.status).toBe(201);
    expect(made.json).toEqual({
      id: expect.any(String),
      ownerId,
      slug: 'first-lesson',
      title: 'First lesson',
      description: '',
      lengthsMinutes: [30],
      scheduleId: null,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      buffersAgainstCalendars: true,
      noticeMinutes: 0,
      window: { firstDay: null, lastDay: null },
      stepMinutes: null,
      limits: [],
      requiresApproval: false,
      approvalHours: 24,
      policy: null,
      location: '',
      online: true,
      roomId: null,
      questions: [],
      changeUntilMinutes: 0,
      access: 'public',
      lockedTimezone: null,
      reminders: {},
      seats: 1,
      together: { kind: 'one' },
      hosts: [{ principalId: ownerId, priority: 0, weight: 1 }],
      resourceIds: [],
      embedOrigins: [],
      active: true,
      createdAt: expect.any(String),
    });
    expect((await us.get(at(made.json.id))).json).toEqual(made.json);
  });

  it('has all that is said of it, and is made once for one Idempotency-Key', async () => {
    const [ownerId, other] = [await people.member(), await people.member('Paul')];
    const [resource, roomId] = [await people.resource(), await people.room(ownerId)];
    const body = newEventType({
      ownerId,
      description: 'About *forty* minutes.\nBring your instrument.',
      lengthsMinutes: [45, 30, 60],
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 15,
      buffersAgainstCalendars: false,
      noticeMinutes: 240,
      window: { firstDay: '2030-05-17', lastDay: '2030-06-30' },
      stepMinutes: 15,
      limits: [
        { per: 'day', of: 'bookings', most: 3 },
        { per: 'week', of: 'minutes', most: 600, lengthMinutes: 60 },
      ],
      approvalHours: 48,
      policy: 'strict',
      location: 'Room 4',
      roomId,
      changeUntilMinutes: null,
      access: 'secret',
      lockedTimezone: 'Europe/Vienna',
      reminders: { mailMinutesBefore: [60], alarmMinutesBefore: [] },
      seats: 5,
      together: { kind: 'some', count: 2 },
      hosts: [
        { principalId: ownerId, priority: 5, weight: 2 },
        { principalId: other, priority: 0, weight: 1 },
      ].sort((one, two) => (one.principalId < two.principalId ? -1 : 1)),
      resourceIds: [resource],
      embedOrigins: ['https://example.com', 'http://localhost:8080'],
      active: false,
    });
    const key = { 'Idempotency-Key': randomUUID() };
    const made = await us.post('/api/event-types', body, key);
    expect([made.status, made.json]).toEqual([201, expect.objectContaining(body)]);
    expect((await us.post('/api/event-types', body, key)).json).toEqual(made.json);
    expect((await us.get(at(made.json.id))).json).toEqual(made.json);
    expect(await api.knex('event_types').where({ owner_id: ownerId })).toHaveLength(1);
  });

  it('of many is found page by page, in the order in which they were made', async () => {
    const ownerId = await people.member();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1)
      ids.push((await us.post('/api/event-types', newEventType({ ownerId }))).json.id);
    const found: string[] = [];
    let next: string | null = null;
    do {
      const { json } = await us.get(
        `/api/event-types?ownerId=${ownerId}&limit=2${next === null ? '' : `&after=${next}`}`,
      );
      const page = json as unknown as { eventTypes: { id: string }[]; next: string | null };
      found.push(...page.eventTypes.map(({ id }) => id));
      ({ next } = page);
    } while (next !== null);
    expect(found).toEqual(ids);
    const all = await us.get('/api/event-types?limit=200');
    expect(all.text).toContain(ids[0]);
  });

  it('keeps what a change leaves out, and is put whole where lists change', async () => {
    const [ownerId, other] = [await people.member(), await people.member('Paul')];
    const made = await us.post(
      '/api/event-types',
      newEventType({
        ownerId,
        noticeMinutes: 60,
        limits: [{ per: 'day', of: 'bookings', most: 3 }],
        window: { days: 30 },
      }),
    );
    const before = shown(made);
    const hosts = [ownerId, other].sort().map((principalId) => ({ principalId, priority: 1, weight: 1 }));
    const changes = { title: 'Second lesson', limits: [], hosts, window: { lastDay: '2031-01-01' } };
    const after = await us.patch(at(before.id), changes);
    expect([after.status, after.json]).toEqual([
      200,
      { ...before, ...changes, window: { firstDay: null, lastDay: '2031-01-01' } },
    ]);
    expect((await us.patch(at(before.id), {})).json).toEqual(after.json);
  });

  it('keeps the key of a question that comes back, and gives new ones their own', async () => {
    const ownerId = await people.member();
    const ask = (label: string, extra: object = {}) => ({ kind: 'text', label, required: true, ...extra });
    const made = shown(
      await us.post(
        '/api/event-types',
        newEventType({
          ownerId,
          questions: [ask('Which?'), ask('Why?'), ask('How?', { kind: 'choice', options: ['a', 'b'] })],
        }),
      ),
    );
    const [which, why, how] = made.questions;
    expect(new Set(made.questions.map(({ key }) => key)).size).toBe(3);
    const changed = shown(
      await us.patch(at(made.id), {
        questions: [how, ask('When?', { kind: 'phone', required: false }), { ...which, label: 'Which one?' }],
      }),
    );
    expect(changed.questions).toMatchObject([
      how,
      { label: 'When?', required: false },
      { key: which?.key, label: 'Which one?' },
    ]);
    expect(changed.questions.map(({ key }) => key)).not.toContain(why?.key);
    // One that is gone does not come back under its key.
    const again = await us.patch(at(made.id), { questions: [why] });
    expect([again.status, again.json.problems]).toMatchObject([422, [{ path: 'questions.0.key' }]]);
    expect(shown(await us.get(at(made.id))).questions).toEqual(changed.questions);
  });

  it('has the only slug of its owner, until it is deleted', async () => {
    const ownerId = await people.member();
    const first = await us.post('/api/event-types', newEventType({ ownerId, slug: 'lesson' }));
    const second = await us.post('/api/event-types', newEventType({ ownerId, slug: 'lesson' }));
    expect([second.status, second.json.code]).toEqual([409, 'slug-taken']);
    const other = await us.post('/api/event-types', newEventType({ ownerId, slug: 'other' }));
    expect((await us.patch(at(other.json.id), { slug: 'lesson' })).json.code).toBe('slug-taken');
    const ofAnother = newEventType({ ownerId: await people.member(), slug: 'lesson' });
    expect((await us.post('/api/event-types', ofAnother)).status).toBe(201);

    const gone = await us.delete(at(first.json.id));
    expect([gone.status, gone.json]).toEqual([200, { id: first.json.id }]);
    expect((await us.get(at(first.json.id))).status).toBe(404);
    expect((await us.patch(at(first.json.id), { title: 'x' })).status).toBe(404);
    expect((await us.delete(at(first.json.id))).status).toBe(404);
    expect((await us.get(`/api/event-types?ownerId=${ownerId}`)).text).not.toContain(first.json.id);

    const back = await us.post(at(first.json.id, '/restore'), {});
    expect([back.status, back.json]).toEqual([200, first.json]);
    expect((await us.post(at(first.json.id, '/restore'), {})).json).toEqual(first.json);
    await us.delete(at(first.json.id));
    expect((await us.patch(at(other.json.id), { slug: 'lesson' })).status).toBe(200);
    const late = await us.post(at(first.json.id, '/restore'), {});
    expect([late.status, late.json.code]).toEqual([409, 'slug-taken']);
    expect((await us.get(at(first.json.id))).status).toBe(404);
  });
});
