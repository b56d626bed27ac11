import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWholeApi, type WholeApi } from '../api/support/served-api.ts';
import type { Answer, Caller } from '../api/support/caller.ts';
import { at, insertEventType, insertHost, newGuest } from './support/event-types.ts';

let api: WholeApi;
let us: Caller;
beforeAll(async () => {
  api = await startWholeApi();
  us = await api.caller();
});
afterAll(() => api?.stop());

const host = () => insertHost(api.knex, api.tenant.id);
/** Whoever comes without a key. */
const anyone = (path: string, body: object): Promise<Answer> => us.post(path, body, { Authorization: '' });
const book = (
  eventTypeId: string,
  body: object,
  call: typeof anyone = (path, all) => us.post(path, all),
): Promise<Answer> => call(`/api/event-types/${eventTypeId}/book`, { guest: newGuest(), ...body });
const hold = (eventTypeId: string, body: object): Promise<Answer> =>
  us.post(`/api/event-types/${eventTypeId}/hold`, body);
const codeOf = ({ status, json }: Answer) => [
  status,
  json.code ?? (json as unknown as { status: string }).status,
];
const held = (answer: Answer): string => {
  expect(codeOf(answer)).toEqual([201, 'held']);
  return answer.json.id;
};

describe('a link of a single use', () => {
  /** An event type that such a link leads to, and its token. */
  async function linked(): Promise<{ type: string; link: string; used: () => Promise<unknown> }> {
    const type = await insertEventType(api.knex, [await host()], { columns: { access: 'secret' } });
    const made = await us.post(`/api/event-types/${type}/links`, { singleUse: true });
    const { url } = made.json as unknown as { url: string };
    const used = async () => {
      const { json } = await us.get(`/api/event-types/${type}/links`);
      return (json as unknown as { links: { used: boolean }[] }).links[0]?.used;
    };
    return { type, link: url.split('k=')[1]!, used };
  }

  it('that a hold was made with books it, and is spent by that and not by the hold', async () => {
    const { type, link, used } = await linked();
    const slot = { startsAt: at(3, 9), link };
    const holdId = held(await anyone(`/api/event-types/${type}/hold`, slot));
    expect(await used()).toBe(false);
    expect(codeOf(await book(type, { ...slot, holdId }, anyone))).toEqual([201, 'scheduled']);
    expect(await used()).toBe(true);
    for (const again of [
      book(type, { startsAt: at(3, 12), link }, anyone),
      anyone(`/api/event-types/${type}/hold`, { startsAt: at(3, 12), link }),
      us.get(`/api/event-types/${type}/available-slots?from=${at(3, 0)}&to=${at(4, 0)}&link=${link}`),
    ])
      expect(codeOf(await again)).toEqual([410, 'link-spent']);
    // Who guesses is told no more than before.
    const wrong = { startsAt: at(3, 12), link: 'a'.repeat(43) };
    expect(codeOf(await book(type, wrong, anyone))).toEqual([404, 'not-found']);
  });

  it('is spent once, whatever races: holds made with it, and bookings at once', async () => {
    const { type, link } = await linked();
    const starts = [9, 10].map((hour) => at(4, hour));
    const holds = await Promise.all(starts.map((startsAt) => hold(type, { startsAt, link }))).then((all) =>
      all.map(held),
    );
    const answers = await Promise.all([
      ...holds.map((holdId, nth) => book(type, { startsAt: starts[nth], link, holdId })),
      ...[11, 12, 13].map((hour) => book(type, { startsAt: at(4, hour), link })),
    ]);
    const codes = answers.map((answer) => codeOf(answer).join(' ')).sort();
    expect(codes).toEqual(['201 scheduled', ...Array.from({ length: 4 }, () => '410 link-spent')]);
  });

  it('can be used again when the booking that had spent it is cancelled', async () => {
    const { type, link } = await linked();
    const slot = { startsAt: at(5, 9), link };
    const holdId = held(await hold(type, slot));
    expect((await book(type, { ...slot, holdId })).status).toBe(201);
    expect((await us.post(`/api/bookings/${holdId}/cancel`, {})).status).toBe(200);
    expect((await book(type, { startsAt: at(5, 12), link }, anyone)).status).toBe(201);
  });
});

describe('a booking that is refused', () => {
  /** What webhooks were told of an event type. */
  async function toldOf(eventTypeId: string): Promise<string[]> {
    const { rows } = await api.knex.raw<{ rows: { type: string }[] }>(
      `SELECT type FROM webhook_events WHERE data->'meeting'->>'eventTypeId' = :eventTypeId ORDER BY number`,
      { eventTypeId },
    );
    return rows.map(({ type }) => type);
  }
  const path = ({ json }: Answer) => json.problems[0]?.path;
  const hook = () => us.post('/api/webhooks', { url: 'https://backend.example/parley' });

  it('because of its guest takes no time, and webhooks tell nothing of it', async () => {
    await hook();
    const olga = await host();
    const type = await insertEventType(api.knex, [olga]);
    const startsAt = at(6, 9);
    const own = await book(type, { startsAt, guest: { email: olga.email } });
    expect([...codeOf(own), path(own)]).toEqual([422, 'guest-is-host', 'guest.email']);
    const mailbox = await book(type, { startsAt, guest: { email: api.tenant.organizerEmail } });
    expect([...codeOf(mailbox), path(mailbox)]).toEqual([422, 'attendee-is-organizer', 'guest.email']);
    const busy = newGuest();
    const elsewhere = await insertEventType(api.knex, [await host()]);
    expect((await book(elsewhere, { startsAt, guest: busy })).status).toBe(201);
    expect(codeOf(await book(type, { startsAt, guest: busy }))).toEqual([409, 'guest-busy']);
    expect(await api.knex('meetings').where({ event_type_id: type })).toEqual([]);
    expect([await toldOf(type), await toldOf(elsewhere)]).toEqual([[], ['meeting.booked']]);
  });

  it('because two meetings want one guest at once tells nothing either', async () => {
    await hook();
    const guest = newGuest();
    const types = await Promise.all([1, 2, 3].map(async () => insertEventType(api.knex, [await host()])));
    const answers = await Promise.all(types.map((type) => book(type, { startsAt: at(6, 15), guest })));
    const codes = answers.map((answer) => codeOf(answer).join(' '));
    expect(codes.toSorted()).toEqual(['201 scheduled', '409 guest-busy', '409 guest-busy']);
    for (const [nth, type] of types.entries())
      expect(await toldOf(type)).toEqual(answers[nth]?.status === 201 ? ['meeting.booked'] : []);
  });

  it('is none where another host is free for a guest who is one of them', async () => {
    const [olga, ivy] = [await host(), await host()];
    const type = await insertEventType(api.knex, [olga, ivy]);
    const guest = { email: olga.email };
    for (const hour of [9, 10]) expect((await book(type, { startsAt: at(7, hour), guest })).status).toBe(201);
    // Ivy has no time any more, and Olga alone is left.
    expect((await book(type, { startsAt: at(7, 12), guest: { email: newGuest().email } })).status).toBe(201);
    await us.post(`/api/event-types/${await insertEventType(api.knex, [ivy])}/book`, {
      ...{ startsAt: at(7, 14), guest: newGuest() },
    });
    expect(codeOf(await book(type, { startsAt: at(7, 14), guest }))).toEqual([422, 'guest-is-host']);
    const both = await insertEventType(api.knex, [olga, ivy], { columns: { together: 'all' } });
    expect(codeOf(await book(both, { startsAt: at(7, 16), guest }))).toEqual([422, 'guest-is-host']);
  });

  it('of a hold, because the guest is its host, leaves the hold to its guest', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga]);
    const startsAt = at(8, 9);
    const holdId = held(await hold(type, { startsAt }));
    const refused = await book(type, { startsAt, holdId, guest: { email: olga.email } });
    expect([...codeOf(refused), path(refused)]).toEqual([422, 'guest-is-host', 'guest.email']);
    expect(codeOf(await book(type, { startsAt, holdId }))).toEqual([201, 'scheduled']);
  });

  it('of a seat names the field of its guest', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga], { columns: { seats: 3 } });
    const startsAt = at(8, 12);
    const guest = newGuest();
    expect((await book(type, { startsAt, guest })).status).toBe(201);
    const twice = await book(type, { startsAt, guest });
    expect([...codeOf(twice), path(twice)]).toEqual([422, 'attendee-twice', 'guest.email']);
    const own = await book(type, { startsAt, guest: { email: olga.email } });
    expect([...codeOf(own), path(own)]).toEqual([422, 'guest-is-host', 'guest.email']);
  });
});

describe('a hold', () => {
  it('is booked at its own time and length, or not at all', async () => {
    const type = await insertEventType(api.knex, [await host()], { columns: { lengths_minutes: [30, 60] } });
    const startsAt = at(9, 9);
    const holdId = held(await hold(type, { startsAt, lengthMinutes: 60 }));
    const wrong = [
      { startsAt: at(9, 12) },
      { startsAt, lengthMinutes: 30 },
      { startsAt: at(9, 10), lengthMinutes: 60 },
    ];
    for (const other of wrong)
      expect(codeOf(await book(type, { ...other, holdId }))).toEqual([409, 'time-mismatch']);
    const booked = await book(type, { startsAt, holdId });
    expect(booked.json).toMatchObject({ status: 'scheduled', startsAt, endsAt: at(9, 10) });
  });

  it('of an event type that is switched off meanwhile is booked by who owns it alone', async () => {
    const type = await insertEventType(api.knex, [await host()]);
    const startsAt = at(10, 9);
    const holdId = held(await anyone(`/api/event-types/${type}/hold`, { startsAt }));
    expect((await us.patch(`/api/event-types/${type}`, { active: false })).status).toBe(200);
    const refused = await book(type, { startsAt, holdId }, anyone);
    expect(codeOf(refused)).toEqual([409, 'slot-taken']);
    expect(refused.json).toMatchObject({ nearest: [] });
    expect(codeOf(await book(type, { startsAt, holdId }))).toEqual([201, 'scheduled']);
  });
});
