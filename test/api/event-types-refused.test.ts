import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from './support/caller.ts';
import { newEventType, People, profileOf, shown } from './support/event-types.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let us: Caller;
/** Of ours: a member, a resource, a room; and a schedule of another member. */
let known: { ownerId: string; resource: string; room: string; schedule: string };
/** Of another tenant. */
let foreign: typeof known;

beforeAll(async () => {
  api = await startRecordedApi();
  us = await api.caller();
  known = await all(us);
  foreign = await all(await api.caller(await api.addTenant('other')));
});
afterAll(() => api?.stop());

async function all(caller: Caller): Promise<typeof known> {
  const people = new People(api, caller);
  const [ownerId, other] = [await people.member(), await people.member('Paul')];
  await caller.post('/api/event-types', newEventType({ ownerId: other }));
  const { default_schedule_id: schedule } = await profileOf(api.knex, other);
  return { ownerId, resource: await people.resource(), room: await people.room(ownerId), schedule };
}

const choice = (...options: string[]) => ({ kind: 'choice', label: 'Which?', options });
const hostsOf = (...ids: string[]) => ids.map((principalId) => ({ principalId }));
const many = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => one(i));

/** What is wrong with it, and the field that is told. */
const BAD: Record<string, [body: () => object, field: string]> = {
  'no slug': [() => ({ slug: undefined }), 'slug'],
  'a slug with capitals': [() => ({ slug: 'First' }), 'slug'],
  'a slug that ends with a hyphen': [() => ({ slug: 'first-' }), 'slug'],
  'a slug that is too long': [() => ({ slug: 'a'.repeat(64) }), 'slug'],
  'no title': [() => ({ title: ' ' }), 'title'],
  'a title with NUL': [() => ({ title: 'a\0' }), 'title'],
  'no length': [() => ({ lengthsMinutes: [] }), 'lengthsMinutes'],
  'a length of four minutes': [() => ({ lengthsMinutes: [4] }), 'lengthsMinutes.0'],
  'a length over a day': [() => ({ lengthsMinutes: [30, 1_441] }), 'lengthsMinutes.1'],
  'half a minute': [() => ({ lengthsMinutes: [30.5] }), 'lengthsMinutes.0'],
  'a length twice': [() => ({ lengthsMinutes: [30, 60, 30] }), 'lengthsMinutes'],
  'a step of zero': [() => ({ stepMinutes: 0 }), 'stepMinutes'],
  'a step over a day': [() => ({ stepMinutes: 1_441 }), 'stepMinutes'],
  'a negative buffer before': [() => ({ bufferBeforeMinutes: -5 }), 'bufferBeforeMinutes'],
  'a negative buffer after': [() => ({ bufferAfterMinutes: -1 }), 'bufferAfterMinutes'],
  'a negative notice': [() => ({ noticeMinutes: -1 }), 'noticeMinutes'],
  'a window of no days': [() => ({ window: { days: 0 } }), 'window.days'],
  'a window of ten years': [() => ({ window: { days: 3_650 } }), 'window.days'],
  'a window of days and dates': [() => ({ window: { days: 3, lastDay: '2030-01-01' } }), 'window.days'],
  'a window that ends before it begins': [
    () => ({ window: { firstDay: '2030-05-17', lastDay: '2030-05-16' } }),
    'window.lastDay',
  ],
  'a window that is over': [() => ({ window: { lastDay: '2020-05-16' } }), 'window.lastDay'],
  'two limits of one kind': [
    () => ({ limits: [3, 5].map((most) => ({ per: 'day', of: 'bookings', most })) }),
    'limits.1.per',
  ],
  'a reminder twice': [() => ({ reminders: { mailMinutesBefore: [5, 5] } }), 'reminders.mailMinutesBefore'],
  'a date that does not exist': [() => ({ window: { firstDay: '2030-02-30' } }), 'window.firstDay'],
  'a date that is a time': [() => ({ window: { firstDay: '2030-02-03T10:00Z' } }), 'window.firstDay'],
  'a limit of nothing': [() => ({ limits: [{ per: 'day', of: 'bookings', most: 0 }] }), 'limits.0.most'],
  'a limit per year': [() => ({ limits: [{ per: 'year', of: 'bookings', most: 1 }] }), 'limits.0.per'],
  'a limit of another length': [
    () => ({ limits: [{ per: 'day', of: 'bookings', most: 1, lengthMinutes: 60 }] }),
    'limits.0.lengthMinutes',
  ],
  'thousands of limits': [
    () => ({ limits: many(5_000, () => ({ per: 'day', of: 'bookings', most: 1 })) }),
    'limits',
  ],
  'a zone that does not exist': [() => ({ lockedTimezone: 'Europe/Atlantis' }), 'lockedTimezone'],
  'an offset as zone': [() => ({ lockedTimezone: '+02:00' }), 'lockedTimezone'],
  'no host': [() => ({ hosts: [] }), 'hosts'],
  'a host twice': [() => ({ hosts: hostsOf(known.ownerId, known.ownerId) }), 'hosts'],
  'a host twice, in capitals': [
    () => ({ hosts: hostsOf(known.ownerId, known.ownerId.toUpperCase()) }),
    'hosts',
  ],
  'a host that is a room': [() => ({ hosts: hostsOf(known.ownerId, known.room) }), 'hosts.1.principalId'],
  'a host of another tenant': [() => ({ hosts: hostsOf(foreign.ownerId) }), 'hosts.0.principalId'],
  'a host that nobody is': [() => ({ hosts: hostsOf(randomUUID()) }), 'hosts.0.principalId'],
  'thousands of hosts': [() => ({ hosts: hostsOf(...many(4_000, () => known.ownerId)) }), 'hosts'],
  'more together than hosts': [() => ({ together: { kind: 'some', count: 2 } }), 'together.count'],
  'some without a count': [() => ({ together: { kind: 'some' } }), 'together.count'],
  'a resource that is a member': [() => ({ resourceIds: [known.ownerId] }), 'resourceIds.0'],
  'a resource of another tenant': [() => ({ resourceIds: [foreign.resource] }), 'resourceIds.0'],
  'a resource twice': [() => ({ resourceIds: [known.resource, known.resource] }), 'resourceIds'],
  'a room that is a resource': [() => ({ roomId: known.resource }), 'roomId'],
  'a room of another tenant': [() => ({ roomId: foreign.room }), 'roomId'],
  'a schedule of another member': [() => ({ scheduleId: known.schedule }), 'scheduleId'],
  'a schedule of another tenant': [() => ({ scheduleId: foreign.schedule }), 'scheduleId'],
  'a schedule that is no id': [() => ({ scheduleId: 'mine' }), 'scheduleId'],
  'seats and an approval': [() => ({ seats: 2, requiresApproval: true }), 'requiresApproval'],
  'no seat': [() => ({ seats: 0 }), 'seats'],
  'more seats than a meeting has': [() => ({ seats: 100 }), 'seats'],
  'seats that leave no room for the hosts': [
    () => ({ seats: 99, together: { kind: 'all' }, hosts: hostsOf(known.ownerId, known.ownerId) }),
    'seats',
  ],
  'a choice of one': [() => ({ questions: [choice('a')] }), 'questions.0.options'],
  'a choice between the same': [() => ({ questions: [choice('a', 'a')] }), 'questions.0.options'],
  'a choice of 51': [() => ({ questions: [choice(...many(51, String))] }), 'questions.0.options'],
  'options of a text': [
    () => ({ questions: [{ ...choice('a', 'b'), kind: 'text' }] }),
    'questions.0.options',
  ],
  'a key that we did not make': [
    () => ({ questions: [{ ...choice('a', 'b'), key: 'mine' }] }),
    'questions.0.key',
  ],
  '21 questions': [() => ({ questions: many(21, () => choice('a', 'b')) }), 'questions'],
  'a site over http': [() => ({ embedOrigins: ['http://example.com'] }), 'embedOrigins.0'],
  'a site with a path': [() => ({ embedOrigins: ['https://example.com/a'] }), 'embedOrigins.0'],
  'any site': [() => ({ embedOrigins: ['https://*.example.com'] }), 'embedOrigins.0'],
  'a site that breaks out of a header': [
    () => ({ embedOrigins: ["https://example.com; script-src 'none'"] }),
    'embedOrigins.0',
  ],
  'a reminder of zero minutes': [
    () => ({ reminders: { mailMinutesBefore: [0] } }),
    'reminders.mailMinutesBefore.0',
  ],
  'an access of its own': [() => ({ access: 'friends' }), 'access'],
  'a change until before the start': [() => ({ changeUntilMinutes: -1 }), 'changeUntilMinutes'],
};

/** All that is stored of event types and their owners' pages. */
const stored = () =>
  Promise.all(
    ['event_types', 'event_type_hosts', 'event_type_resources', 'booking_profiles', 'schedules'].map(
      (table) => api.knex(table).select('*').orderByRaw('1, 2, 3'),
    ),
  );

describe.each(Object.entries(BAD))('%s', (_name, [body, field]) => {
  it('makes no event type, and nothing is stored', async () => {
    const before = await stored();
    const { status, json } = await us.post(
      '/api/event-types',
      newEventType({ ownerId: known.ownerId, ...body() }),
    );
    expect([status, json.code, json.problems.map(({ path }) => path)]).toEqual([
      422,
      'invalid-body',
      [field],
    ]);
    expect(await stored()).toEqual(before);
  });
});

describe('a change', () => {
  it.each(Object.entries(BAD).filter(([name]) => !name.startsWith('no slug')))(
    'to %s changes nothing',
    async (_name, [body, field]) => {
      const made = shown(await us.post('/api/event-types', newEventType({ ownerId: known.ownerId })));
      const before = await stored();
      const { status, json } = await us.patch(`/api/event-types/${made.id}`, { active: false, ...body() });
      expect([status, json.code, json.problems.map(({ path }) => path)]).toEqual([
        422,
        'invalid-body',
        [field],
      ]);
      expect(await stored()).toEqual(before);
      await us.delete(`/api/event-types/${made.id}`);
    },
  );

  it('is looked at with what stays: a limit whose length goes, hosts that are too few', async () => {
    const limits = [{ per: 'day', of: 'bookings', most: 1, lengthMinutes: 60 }];
    const body = newEventType({ ownerId: known.ownerId, lengthsMinutes: [30, 60], limits, seats: 3 });
    const made = shown(await us.post('/api/event-types', body));
    for (const [changes, field] of [
      [{ lengthsMinutes: [30] }, 'limits.0.lengthMinutes'],
      [{ requiresApproval: true }, 'requiresApproval'],
      [{ together: { kind: 'some', count: 2 } }, 'together.count'],
    ] as const) {
      const { status, json } = await us.patch(`/api/event-types/${made.id}`, changes);
      expect([status, json.problems.map(({ path }) => path)]).toEqual([422, [field]]);
    }
    expect((await us.get(`/api/event-types/${made.id}`)).json).toEqual(made);
  });

  it('does not give it to somebody else', async () => {
    const made = shown(await us.post('/api/event-types', newEventType({ ownerId: known.ownerId })));
    const { json } = await us.patch(`/api/event-types/${made.id}`, { ownerId: known.ownerId });
    expect(json.code).toBe('unknown-field');
  });
});

it('10,000 hosts are more than a request may have', async () => {
  const before = await stored();
  const hosts = hostsOf(...many(10_000, () => known.ownerId));
  const { status, json } = await us.post('/api/event-types', newEventType({ ownerId: known.ownerId, hosts }));
  expect([status, json.code]).toEqual([413, 'too-large']);
  expect(await stored()).toEqual(before);
});

describe('an owner', () => {
  it.each([
    ['nobody', () => ({})],
    ['a room', () => ({ ownerId: known.room })],
    ['of another tenant', () => ({ ownerId: foreign.ownerId })],
  ])('who is %s makes no event type', async (_name, body) => {
    const before = await stored();
    const { status, json } = await us.post('/api/event-types', newEventType(body()));
    expect([status, json.problems]).toMatchObject([422, [{ path: 'ownerId' }]]);
    expect(await stored()).toEqual(before);
  });

  it('has as many event types as 200, and no more at the same moment', async () => {
    const ownerId = await new People(api, us).member();
    const one = shown(await us.post('/api/event-types', newEventType({ ownerId })));
    await api.knex.raw(
      `INSERT INTO event_types (id, tenant_id, owner_id, slug, title, lengths_minutes)
       SELECT gen_random_uuid(), tenant_id, owner_id, 'more-' || number, title, lengths_minutes
         FROM event_types, generate_series(1, 197) number WHERE id = ?`,
      [one.id],
    );
    const answers = await Promise.all(many(5, () => us.post('/api/event-types', newEventType({ ownerId }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.json.code).toBe('too-many-event-types');
  });
});
