import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Caller } from '../api/support/caller.ts';
import { startWholeApi, type WholeApi } from '../api/support/served-api.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import { at, insertEventType, insertHost, newGuest } from './support/event-types.ts';

let api: WholeApi;
let us: Caller;
beforeAll(async () => {
  api = await startWholeApi({ timeSkipping: true });
  us = await api.caller();
});
afterAll(() => api?.stop());

const host = () => insertHost(api.knex, api.tenant.id);
const bookingOf = async (id: string) => (await us.get(`/api/bookings/${id}`)).json;
const mailTo = (to: string, subject: RegExp) =>
  waitForMail(api.world.catcher, { to, where: (mail) => subject.test(mail.subject) });
const decide = (id: string, decision: 'approve' | 'decline'): Promise<Answer> =>
  us.post(`/api/bookings/${id}/${decision}`, {});

/** A booking that waits for so many hosts. */
async function requested(startsAt: string, hosts: number) {
  const members = await Promise.all(Array.from({ length: hosts }, host));
  const type = await insertEventType(api.knex, members, {
    columns: { requires_approval: true, approval_hours: 24, together: hosts > 1 ? 'all' : 'one' },
  });
  const guest = newGuest();
  const { json } = await us.post(`/api/event-types/${type}/book`, { startsAt, guest });
  await mailTo(guest.email, /Booking Requested/);
  return { guest, id: json.id };
}

describe('a booking that its hosts have to approve', () => {
  it('is approved by the backend for all of them, once; the same again of what is named is no error', async () => {
    const { guest, id } = await requested(at(5, 9), 2);
    const before = await bookingOf(id);
    expect(before).toMatchObject({ status: 'held', awaitsApproval: true, asksFor: { startsAt: at(5, 9) } });
    const { proposalId } = before.asksFor!;
    expect((await decide(id, 'approve')).status).toBe(200);
    await expect.poll(() => bookingOf(id)).toMatchObject({ status: 'scheduled', awaitsApproval: false });
    await mailTo(guest.email, /Invitation/);
    expect((await us.post(`/api/bookings/${id}/approve`, { proposalId })).status).toBe(200);
    expect((await us.post(`/api/bookings/${id}/decline`, { proposalId })).json.code).toBe('proposal-gone');
    expect((await decide(id, 'approve')).json.code).toBe('proposal-gone');
    expect((await decide(id, 'decline')).json.code).toBe('proposal-gone');
  });

  it('is declined by the backend, and the guest is told', async () => {
    const { guest, id } = await requested(at(6, 9), 1);
    const { proposalId } = (await bookingOf(id)).asksFor!;
    expect((await decide(id, 'decline')).status).toBe(200);
    await mailTo(guest.email, /Booking Declined/);
    expect(await bookingOf(id)).toMatchObject({ status: 'cancelled', awaitsApproval: false, asksFor: null });
    expect((await us.post(`/api/bookings/${id}/decline`, { proposalId })).status).toBe(200);
    expect((await decide(id, 'decline')).json.code).toBe('proposal-gone');
    expect((await decide(id, 'approve')).json.code).toBe('proposal-gone');
  });
});

it('a booking that waits for nobody can be neither approved nor declined', async () => {
  const type = await insertEventType(api.knex, [await host()]);
  const { json } = await us.post(`/api/event-types/${type}/book`, { startsAt: at(7, 9), guest: newGuest() });
  for (const decision of ['approve', 'decline'] as const)
    expect((await decide(json.id, decision)).json.code).toBe('proposal-gone');
});
