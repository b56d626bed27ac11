import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { proposeByLink } from '../../commands/links/propose-by-link.ts';
import { linkIn } from '../support/seen-mail.ts';
import { at, insertEventType, newGuest } from './support/event-types.ts';
import { onWatchedBookings, type Watching } from './support/on-watched-bookings.ts';

let { api, us, ...bookings } = {} as Watching;
onWatchedBookings(
  (watching) => {
    ({ api, us, ...bookings } = watching);
  },
  { timeSkipping: true },
);

it('a booking whose guest is a host of its event type is given to one who is not, whoever has had fewer', async () => {
  const [olga, paul, rita] = [await bookings.host(), await bookings.host(), await bookings.host()];
  const type = await insertEventType(api.knex, [olga, paul, rita]);
  const guest = { email: paul.email, name: 'Paul' };
  const { json } = await bookings.book(type, at(5, 9), { guest });
  const { attendees } = (await bookings.bookingOf(json.id)) as unknown as {
    attendees: { role: string; hostId: string }[];
  };
  const first = attendees.find(({ role }) => role === 'host')?.hostId;
  const other = first === olga.id ? rita : olga;
  // It would be the guest’s turn: the other one has had a booking already.
  await bookings.book(await insertEventType(api.knex, [other]), at(6, 9));
  const given = await us.post(`/api/bookings/${json.id}/reassign`, {});
  expect(given).toMatchObject({ status: 200, json: { attendees: [{ hostId: other.id }, { id: 'guest' }] } });
});

it('a new host ends what the guest had asked for, which the guest and the story are told', async () => {
  const [olga, paul] = [await bookings.host(), await bookings.host()];
  const type = await insertEventType(api.knex, [olga, paul]);
  const guest = newGuest();
  const { json } = await bookings.book(type, at(7, 9), { guest });
  const link = linkIn((await bookings.mailTo(guest.email, /Invitation/)).text, 'reschedule');
  await proposeByLink(api.deps, {
    ...{ token: link.searchParams.get('r')!, note: '', requestKey: randomUUID() },
    ...{ startMs: Date.parse(at(7, 18, 7)), endMs: Date.parse(at(7, 18, 37)) },
  });
  expect(await bookings.bookingOf(json.id)).toMatchObject({ awaitsApproval: true });
  expect((await us.post(`/api/bookings/${json.id}/reassign`, {})).json).toMatchObject({ asksFor: null });
  await expect
    .poll(async () => (await bookings.mailTo(guest.email, /Invitation/)).text.replaceAll(/\s+/g, ' '))
    .toContain('Your request for a new time has ended with the change of host; you can ask again.');
  const { timeline } = (await us.get(`/api/meetings/${json.id}/timeline`)).json;
  expect(timeline.map(({ what }) => what)).toContain('proposal-expired');
});
