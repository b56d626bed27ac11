import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForMail } from '../support/smtp-catcher.ts';
import { linkIn, see } from '../support/seen-mail.ts';
import type { Caller } from './support/caller.ts';
import { newMeeting } from './support/meeting-cases.ts';
import { spanIn, newGuest, newHost } from './support/people.ts';
import { startWholeApi, type WholeApi } from './support/served-api.ts';

let api: WholeApi;
let us: Caller;
beforeAll(async () => {
  api = await startWholeApi();
  us = await api.caller();
});
afterAll(() => api?.stop());

const FOUR = [true, true, false];

const arrange = async (required = FOUR, extra: Record<string, unknown> = {}) => {
  const body = newMeeting(required, extra);
  const made = await us.post('/api/meetings', body);
  expect(made.status).toBe(201);
  return { body, meeting: made.json, addresses: body.attendees.map(({ email }) => email) };
};
const mailTo = async (to: string, count: number) =>
  Promise.all((await waitForMail(api.world.catcher, { to, count })).map(see));
const remove = (id: string, attendeeId: string) =>
  us.send(`/api/meetings/${id}/attendees/${attendeeId}`, {
    method: 'DELETE',
    headers: { ...us.authorization, 'Idempotency-Key': `remove-${id}-${attendeeId}` },
  });

describe('POST /api/meetings', () => {
  it('makes and books a meeting of four in one call, and gives back what it was given', async () => {
    const metadata = { order: '4711', stage: 'final round' };
    const reminders = { mailMinutesBefore: [1_440, 60], alarmMinutesBefore: [] };
    const { meeting, addresses, body } = await arrange(FOUR, { metadata, policy: 'soft', reminders });
    expect(meeting).toMatchObject({
      ...{ status: 'scheduled', sequence: 0, title: 'Planning', policy: 'soft', metadata, proposals: [] },
      startsAt: new Date(body.startsAt).toISOString(),
      reminders,
      attendees: [
        { id: 'host', role: 'host', required: true, partstat: 'NEEDS-ACTION' },
        { id: 'guest', role: 'guest', required: true },
        { id: 'guest-2', role: 'guest', required: true },
        { id: 'guest-3', role: 'guest', required: false },
      ],
    });
    expect(await us.get(`/api/meetings/${meeting.id}`)).toMatchObject({ status: 200, json: { metadata } });
    for (const [at, address] of addresses.entries()) {
      const [invitation] = await mailTo(address, 1);
      const raw = invitation!.raw.replace(/\r\n[ \t]/g, '');
      expect(invitation!.method).toBe('REQUEST');
      for (const other of addresses.filter((one) => one !== address)) expect(raw).not.toContain(other);
      expect(invitation!.role).toBe(at === 3 ? 'OPT-PARTICIPANT' : 'REQ-PARTICIPANT');
    }
  });

  it('the same key again is the same meeting', async () => {
    const body = newMeeting();
    const headers = { 'Idempotency-Key': `meeting-${Date.now()}` };
    const [one, two] = [
      await us.post('/api/meetings', body, headers),
      await us.post('/api/meetings', body, headers),
    ];
    expect(two.json).toEqual(one.json);
  });

  it('where somebody has no time there is no meeting, nobody has mail of it, and the others’ time is free', async () => {
    const busy = newGuest();
    const time = spanIn(200);
    const first = newMeeting([true], time);
    first.attendees[1] = { ...busy, required: true };
    expect((await us.post('/api/meetings', first)).status).toBe(201);
    const second = newMeeting([true, true], time);
    second.attendees[2] = { ...busy, required: true };
    const refused = await us.post('/api/meetings', second);
    expect(refused).toMatchObject({ status: 409, json: { code: 'guest-busy', attendeeId: 'guest-2' } });
    const host = second.attendees[0]!.email;
    expect((await us.get(`/api/meetings?attendee=${host}`)).json.meetings).toEqual([]);
    second.attendees[2] = { ...newGuest(), required: true };
    expect((await us.post('/api/meetings', second)).status).toBe(201);
    expect((await us.get(`/api/meetings?attendee=${host}`)).json.meetings).toHaveLength(1);
    expect(await mailTo(second.attendees[0]!.email, 1)).toHaveLength(1);
  });

  it('nobody is invited twice, also under another address of theirs', async () => {
    const twice = newMeeting([true, true]);
    twice.attendees[2] = { ...twice.attendees[1]!, email: twice.attendees[1]!.email.toUpperCase() };
    expect(await us.post('/api/meetings', twice)).toMatchObject({
      status: 422,
      json: { code: 'attendee-twice', problems: [{ path: 'attendees.2.email' }] },
    });
    const known = { ...newGuest(), aliases: [`alias-${Date.now()}@example.net`] };
    const first = newMeeting();
    first.attendees[1] = { ...known, required: true };
    expect((await us.post('/api/meetings', first)).status).toBe(201);
    const byAlias = newMeeting([true, true], spanIn(90));
    byAlias.attendees[1] = { ...newGuest(), email: known.email, required: true };
    byAlias.attendees[2] = { ...newGuest(), email: known.aliases[0]!, required: true };
    expect((await us.post('/api/meetings', byAlias)).json.code).toBe('attendee-twice');
    // Whoever has an address cannot be in it as another of somebody else, whether both come at once or one after the other.
    const asAnother = newMeeting([true, true], spanIn(93));
    const alias = asAnother.attendees[2]!.email;
    asAnother.attendees[1] = { ...newGuest(), aliases: [alias], required: true } as never;
    expect((await us.post('/api/meetings', asAnother)).json.code).toBe('attendee-twice');
    const mailbox = api.tenant.organizerEmail;
    const tagged = mailbox.replace('@', '+us@').toUpperCase();
    for (const organizer of [{ aliases: [mailbox] }, { email: mailbox }, { email: tagged }]) {
      const invited = {
        ...newMeeting(),
        attendees: [asAnother.attendees[0], { ...newGuest(), ...organizer }],
      };
      expect((await us.post('/api/meetings', invited)).json.code).toBe('attendee-is-organizer');
    }
    for (const address of [mailbox, tagged]) {
      const member = { kind: 'individual', addresses: [address] };
      expect((await us.post('/api/principals', member)).json.code).toBe('address-taken');
    }
  });

  it('knows a member by an address that is told as another of somebody’s', async () => {
    const [one, two] = [newGuest().email, newGuest().email];
    await us.post('/api/principals', { kind: 'individual', addresses: [one, two] });
    const outside = () => ({ ...newGuest(), aliases: [two], required: true }) as never;
    const together = newMeeting([true, true], spanIn(96));
    together.attendees[1] = { ...newGuest(), email: one, required: true };
    together.attendees[2] = outside();
    expect((await us.post('/api/meetings', together)).json.code).toBe('attendee-twice');
    together.attendees.pop();
    expect((await us.post('/api/meetings', together)).status).toBe(201);
    const meanwhile = newMeeting([true], spanIn(96.5));
    meanwhile.attendees[1] = outside();
    expect((await us.post('/api/meetings', meanwhile)).json.code).toBe('guest-busy');
  });

  it('says what is wrong with what it is given', async () => {
    const host = newHost();
    const wrong = async (extra: object) =>
      (await us.post('/api/meetings', { ...newMeeting(), ...extra })).json.problems?.[0]?.path;
    expect(await wrong({ attendees: [{ ...host, role: 'host' }] })).toBe('attendees');
    expect(await wrong({ attendees: [newGuest(), newGuest()] })).toBe('attendees');
    expect(await wrong({ attendees: [{ ...host, role: 'host', required: false }, newGuest()] })).toBe(
      'attendees.0.required',
    );
    const keys = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`key${index}`, '']));
    expect(await wrong({ metadata: keys })).toBe('metadata');
    const past = await us.post('/api/meetings', newMeeting([true], spanIn(-2)));
    expect(past.json.code).toBe('time-past');
  });
});

describe('GET /api/meetings', () => {
  it('lists by time, status, attendee and metadata, a page at a time', async () => {
    const order = `order-${Date.now()}`;
    const made = [];
    for (const hours of [300, 302, 304]) {
      const { meeting, addresses } = await arrange([true], { metadata: { order }, ...spanIn(hours) });
      made.push({ id: meeting.id, guest: addresses[1]! });
    }
    const ids = async (query: string) =>
      (await us.get(`/api/meetings?${query}`)).json.meetings.map(({ id }) => id);
    const all = made.map(({ id }) => id);
    expect(await ids(`metadataKey=order&metadataValue=${order}`)).toEqual(all);
    expect(await ids(`metadataKey=order&metadataValue=nothing`)).toEqual([]);
    const query = `metadataKey=order&metadataValue=${order}&limit=2`;
    const page = (await us.get(`/api/meetings?${query}`)).json;
    expect(page.meetings.map(({ id }) => id)).toEqual(all.slice(0, 2));
    expect(await ids(`${query}&after=${page.next}`)).toEqual([all[2]]);
    expect((await us.get(`/api/meetings?after=${all[1]}`)).status).toBe(422);
    expect(await ids(`attendee=${encodeURIComponent(made[1]!.guest.toUpperCase())}`)).toEqual([all[1]]);
    const { startsAt } = spanIn(301.5);
    const { endsAt } = spanIn(302);
    const between = `from=${startsAt}&to=${endsAt}&metadataKey=order&metadataValue=${order}`;
    expect(await ids(between)).toEqual([all[1]]);
    // Nobody said why.
    expect((await us.post(`/api/meetings/${all[0]}/cancel`, {})).json).toMatchObject({ cancelReason: null });
    expect(await ids(`status=cancelled&metadataKey=order&metadataValue=${order}`)).toEqual([all[0]]);
    // The page ended where it ended, wherever its last meeting is now.
    expect((await us.post(`/api/meetings/${all[1]}/move`, spanIn(320))).status).toBe(200);
    expect(await ids(`${query}&after=${page.next}`)).toEqual([all[2], all[1]]);
  });
});

describe('a meeting that the backend changes', () => {
  it('is moved for all, and cancelled for all, once', async () => {
    const { meeting, addresses } = await arrange();
    const time = spanIn(100);
    const moved = await us.post(`/api/meetings/${meeting.id}/move`, time);
    expect(moved).toMatchObject({ status: 200, json: { sequence: 1, ...isoOf(time) } });
    const again = await us.post(`/api/meetings/${meeting.id}/move`, time);
    expect(again.json.code).toBe('time-unchanged');
    const cancelled = await us.post(`/api/meetings/${meeting.id}/cancel`, { reason: 'The host is ill.' });
    expect(cancelled.json).toMatchObject({ status: 'cancelled', sequence: 2 });
    expect(await us.post(`/api/meetings/${meeting.id}/cancel`, {})).toMatchObject({
      status: 200,
      json: { sequence: 2 },
    });
    for (const address of addresses) {
      const methods = (await mailTo(address, 3)).map(({ method }) => method);
      expect(methods).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    }
  });

  it('gets and loses attendees, each of whom alone has mail of it', async () => {
    const { meeting, addresses } = await arrange([true, true]);
    const guest = newGuest();
    const added = await us.post(`/api/meetings/${meeting.id}/attendees`, { ...guest, required: false });
    expect(added).toMatchObject({ status: 201, json: { id: 'guest-3', required: false } });
    expect(await mailTo(guest.email, 1)).toMatchObject([{ method: 'REQUEST' }]);
    const twice = await us.post(`/api/meetings/${meeting.id}/attendees`, guest);
    expect(twice.json).toMatchObject({ code: 'attendee-twice', problems: [{ path: 'email' }] });
    const left = await remove(meeting.id, 'guest-2');
    expect(left.json.attendees.map(({ id }) => id)).toEqual(['host', 'guest', 'guest-3']);
    expect((await mailTo(addresses[2]!, 2)).at(-1)).toMatchObject({ method: 'CANCEL' });
    expect((await remove(meeting.id, 'guest-2')).status).toBe(200);
    expect((await remove(meeting.id, 'host')).json.code).toBe('last-host');
    expect((await remove(meeting.id, 'guest-9')).json.code).toBe('not-attending');
    // Their time is free again.
    const next = newMeeting([true], {
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
    });
    next.attendees[1] = { ...newGuest(), email: addresses[2]!, required: true };
    expect((await us.post('/api/meetings', next)).status).toBe(201);
    expect(await mailTo(addresses[0]!, 1)).toHaveLength(1);
  });

  it('one person who is added many times at once is in it once, and the others are told why', async () => {
    const { meeting } = await arrange([true]);
    const guest = newGuest();
    const path = `/api/meetings/${meeting.id}/attendees`;
    const answers = await Promise.all(Array.from({ length: 5 }, () => us.post(path, guest)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422]);
    const refused = answers.filter(({ status }) => status === 422).map(({ json }) => json.code);
    expect(new Set(refused)).toEqual(new Set(['attendee-twice']));
    expect(await mailTo(guest.email, 1)).toHaveLength(1);
  });

  it('a new time that nobody else has to approve counts at once, and the form says so', async () => {
    const { meeting, addresses } = await arrange([false]);
    const [invitation] = await mailTo(addresses[0]!, 1);
    const link = linkIn(invitation!.text, 'reschedule');
    const form = await us.get(`${link.pathname}${link.search}`);
    expect(form.text).toContain('The meeting moves at once, and everybody gets the new time by mail.');
    expect(form.text).toContain('Move the meeting');
    expect(form.text).not.toContain('until they approve');
    const { startsAt, endsAt } = spanIn(400);
    const body = { token: link.searchParams.get('r'), proposedStartUtc: startsAt, proposedEndUtc: endsAt };
    const made = await us.post('/api/reschedule/propose', body);
    expect(made).toMatchObject({ status: 201, json: { status: 'approved' } });
    expect((await us.get(`/api/meetings/${meeting.id}`)).json).toMatchObject({
      ...{ startsAt, sequence: 1 },
      attendees: [
        { id: 'host', partstat: 'ACCEPTED', answeredAt: expect.any(String) as string },
        { id: 'guest', partstat: 'NEEDS-ACTION', answeredAt: null },
      ],
    });
  });

  it('sends an invitation again, tells what happened, and what became of the links', async () => {
    const { meeting, addresses } = await arrange([true, true]);
    const again = await us.post(`/api/meetings/${meeting.id}/resend`, { attendeeId: 'guest-2' });
    expect(again.status).toBe(200);
    const [, second] = await mailTo(addresses[2]!, 2);
    expect(second).toMatchObject({ method: 'REQUEST' });
    expect(second!.text).toContain('Here is your invitation once more.');
    const { json } = await us.get(`/api/meetings/${meeting.id}/timeline`);
    expect(json.timeline.map(({ what, by }) => [what, by])).toEqual([
      ['booked', 'backend'],
      ['invited-again', 'backend'],
    ]);
    expect(json.timeline.map(({ about }) => about)).toEqual([null, 'guest-2']);
    const { links } = (await us.get(`/api/meetings/${meeting.id}/links`)).json;
    expect(links.filter(({ purpose }) => purpose === 'propose')).toHaveLength(4);
    expect(links[0]).toMatchObject({ attendeeId: 'guest-2', status: 'open' });
    await remove(meeting.id, 'guest-2');
    const left = (await us.get(`/api/meetings/${meeting.id}/links`)).json.links;
    const isTheirs = ({ attendeeId }: { attendeeId: string }) => attendeeId === 'guest-2';
    expect(new Set(left.filter(isTheirs).map(({ status }) => status))).toEqual(new Set(['over']));
    expect(JSON.stringify(links)).not.toMatch(/token|hash/);
  });
});

const isoOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => ({
  startsAt: new Date(startsAt).toISOString(),
  endsAt: new Date(endsAt).toISOString(),
});
