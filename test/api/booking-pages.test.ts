import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC_URL } from '../support/world.ts';
import type { Caller } from './support/caller.ts';
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

const page = (path: string) => us.send(`/api/booking/${path}`, {});
const make = async (ownerId: string, extra: object = {}) =>
  shown(await us.post('/api/event-types', newEventType({ ownerId, ...extra })));

describe('the first event type of a member', () => {
  it('gives them a page with their name in its address, and working hours', async () => {
    const ownerId = await people.member('  Łucja Müller-Weiß ');
    await make(ownerId);
    const profile = await profileOf(api.knex, ownerId);
    expect(profile).toMatchObject({
      slug: 'lucja-muller-weiss',
      tenant_id: us.tenant.id,
      timezone_confirmed: false,
    });
    const nineToFive = [{ fromMinute: 540, untilMinute: 1_020 }];
    expect(await api.knex('schedules').where({ principal_id: ownerId })).toMatchObject([
      {
        id: profile.default_schedule_id,
        name: 'Working hours',
        timezone: null,
        event_type_id: null,
        weekly: [[], nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, []],
      },
    ]);
    await make(ownerId);
    expect(await profileOf(api.knex, ownerId)).toEqual(profile);
    expect(await api.knex('schedules').where({ principal_id: ownerId })).toHaveLength(1);
  });

  it('tells two of one name apart, and says nothing of an address where there is no name', async () => {
    const name = `Ada ${randomUUID().slice(0, 8)}`;
    const [one, two] = [await people.member(name), await people.member(name)];
    await Promise.all([make(one), make(two)]);
    const slug = name.toLowerCase().replace(' ', '-');
    const slugs = [(await profileOf(api.knex, one)).slug, (await profileOf(api.knex, two)).slug].sort();
    expect(slugs).toEqual([slug, expect.stringMatching(new RegExp(`^${slug}-[a-z]{5}$`))]);
    for (const none of ['', '李小龍']) {
      const nameless = await people.member(none);
      await make(nameless);
      expect((await profileOf(api.knex, nameless)).slug).toMatch(/^member-[a-z]{8}$/);
    }
  });

  it('is one of several at the same moment, and the page is made once', async () => {
    const ownerId = await people.member();
    const made = await Promise.all(Array.from({ length: 5 }, () => make(ownerId)));
    expect(made.every(({ id }) => typeof id === 'string')).toBe(true);
    expect(await api.knex('schedules').where({ principal_id: ownerId })).toHaveLength(1);
  });
});

describe('the page of a member', () => {
  it('shows what is public and active, and nothing of who people are but a name', async () => {
    const [ownerId, other] = [await people.member('Olga Weber'), await people.member('Paul')];
    const { slug } = await make(ownerId, {
      description: 'Bring your instrument.',
      lengthsMinutes: [30, 60],
      lockedTimezone: 'Europe/Vienna',
      location: 'Room 4',
      seats: 3,
      roomId: await people.room(ownerId),
      resourceIds: [await people.resource()],
      hosts: [{ principalId: ownerId }, { principalId: other }],
      questions: [{ kind: 'choice', label: 'Which?', options: ['a', 'b'], required: true }],
    });
    for (const hidden of [{ access: 'secret' }, { access: 'key' }, { active: false }])
      await make(ownerId, hidden);
    await us.delete(`/api/event-types/${(await make(ownerId)).id}`);
    const member = await profileOf(api.knex, ownerId);

    const found = await page(member.slug);
    const shownType = {
      id: expect.any(String),
      slug,
      url: `${PUBLIC_URL}/book/${member.slug}/${slug}`,
      title: 'First lesson',
      description: 'Bring your instrument.',
      lengthsMinutes: [30, 60],
      location: 'Room 4',
      seats: 3,
      requiresApproval: false,
      lockedTimezone: 'Europe/Vienna',
      access: 'public',
      questions: [
        { key: expect.any(String), kind: 'choice', label: 'Which?', required: true, options: ['a', 'b'] },
      ],
    };
    const whose = { slug: member.slug, name: 'Olga Weber', timezone: 'UTC' };
    expect([found.status, found.json]).toEqual([200, { member: whose, eventTypes: [shownType] }]);
    const one = await page(`${member.slug}/${slug}`);
    expect([one.status, one.json]).toEqual([200, { member: whose, eventType: shownType }]);
    for (const text of [found.text, one.text]) {
      for (const secret of [ownerId, other, us.tenant.id, 'example.org', 'Paul'])
        expect(text).not.toContain(secret);
    }
  });

  it('is not there for nobody, for what is hidden, and for what cannot be a name', async () => {
    const ownerId = await people.member();
    const member = async () => (await profileOf(api.knex, ownerId)).slug;
    const hidden = [
      await make(ownerId, { access: 'secret' }),
      await make(ownerId, { access: 'key' }),
      await make(ownerId, { active: false }),
    ].map(({ slug }) => slug);
    const slugs = [...hidden, 'nothing', 'No%20Name', '%00'];
    for (const path of [...slugs.map(async (slug) => `${await member()}/${slug}`), 'nobody', '%00', ownerId])
      expect((await page(await path)).json).toMatchObject({ status: 404, code: 'not-found' });
    expect((await page(await member())).json).toMatchObject({ eventTypes: [] });
  });
});
