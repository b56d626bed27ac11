import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newToken } from '../../adapters/secrets/token.ts';
import { newStamp } from '../../api/pages/book/stamp.ts';
import { startWholeApi, type WholeApi } from '../api/support/served-api.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import {
  bookable,
  formPath,
  hiddenFields,
  laterDay,
  newAddress,
  questions,
  type Bookable,
} from './support/booking.ts';

let api: WholeApi;
beforeAll(async () => {
  api = await startWholeApi();
});
afterAll(() => api?.stop());

const see = async (path: string) => {
  const answer = await fetch(api.url + path, { redirect: 'manual' });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
};

/** As the form has it that was made so long ago. */
const stampOf = (agoMs: number): string => newStamp(api.deps.config, Date.now() - agoMs);

/** A form that was filled in for ten seconds. */
const filled = (start: Date, more: Record<string, string> = {}): Record<string, string> => ({
  ...{ name: 'Gus Okafor', email: newAddress(), start: start.toISOString(), zone: 'UTC' },
  stamp: stampOf(10_000),
  ...more,
});

const send = async ({ path }: Pick<Bookable, 'path'>, fields: Record<string, string>) => {
  const answer = await fetch(api.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  return {
    status: answer.status,
    html: await answer.text(),
    location: answer.headers.get('location') ?? '',
  };
};

const meetingsOf = async ({ eventTypeId }: Bookable): Promise<number> =>
  (await api.knex('meetings').where({ event_type_id: eventTypeId }).whereNot({ status: 'cancelled' })).length;

const at = (hours: number): Date => new Date(laterDay(10).getTime() + hours * 3_600_000);

describe('a form that was sent', () => {
  it('books once, however often it is sent, one after the other and at once', async () => {
    const made = await bookable(api);
    const fields = filled(at(9));
    const answers = await Promise.all([1, 2, 3].map(() => send(made, fields)));
    answers.push(await send(made, fields));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(await meetingsOf(made)).toBe(1);
    const { html } = await see(answers[0]!.location);
    expect(html).toContain(`An invitation is on its way to ${fields.email}`);
    expect(html).toContain('With its links you can move or cancel the meeting.');
    expect(html).not.toContain(made.hostEmail);
  });

  it('that names a meeting of its own making is none of ours, and books nothing into it', async () => {
    const made = await bookable(api);
    const stamp = stampOf(10_000).replace(/^[^.]+/, randomUUID());
    const answer = await send(made, filled(at(9), { stamp }));
    expect(answer.status).toBe(422);
    expect(await meetingsOf(made)).toBe(0);
  });

  it('from a program gets a friendly page, and books nothing', async () => {
    const made = await bookable(api);
    const honeypot = await send(made, filled(at(9), { homepage: 'https://spam.example' }));
    expect(honeypot.status).toBe(200);
    expect(honeypot.html).toContain('Nothing was booked');
    const quick = await send(made, filled(at(9), { stamp: stampOf(500), name: 'Quick Gus' }));
    expect(quick.status).toBe(422);
    expect(quick.html).toContain('That was very quick');
    expect(quick.html).toContain('value="Quick Gus"');
    const old = await send(made, filled(at(9), { stamp: stampOf(25 * 3_600_000), name: 'Slow Gus' }));
    expect(old.status).toBe(422);
    expect(old.html).toContain('open for more than a day');
    expect(old.html).toContain('value="Slow Gus"');
    for (const stamp of ['', 'x', `${randomUUID()}.1.x`])
      expect((await send(made, filled(at(9), { stamp }))).status).toBe(422);
    expect(await meetingsOf(made)).toBe(0);
  });

  it('says of each question what is wrong with its answer, and keeps what was typed', async () => {
    const made = await bookable(api, { questions });
    const wrong = {
      name: ' ',
      email: 'gus',
      a_topic: '',
      a_level: 'Expert',
      a_phone: 'call me',
      a_more: 'kept',
    };
    const { status, html } = await send(made, filled(at(9), wrong));
    expect(status).toBe(422);
    for (const words of [
      'Please tell your name.',
      'This is not an e-mail address yet.',
      'Please answer this question.',
      'Please choose one of the answers.',
      'Please give a phone number',
      '>kept</textarea>',
      'value="call me"',
    ])
      expect(html).toContain(words);
    const right = await send(made, {
      ...hiddenFields(html),
      ...{
        name: 'Gus',
        email: newAddress(),
        a_topic: 'Engines',
        a_level: 'Advanced',
        a_phone: '+1 212 555 0100',
      },
    });
    expect(right.status).toBe(303);
    const row = await api.knex('invite_requests').orderBy('created_at', 'desc').first('form_answers');
    expect(row?.form_answers).toEqual([
      { label: 'What is it about?', value: 'Engines' },
      { label: 'Your level', value: 'Advanced' },
      { label: 'Your phone', value: '+1 212 555 0100' },
    ]);
  });

  it('tells nobody whose the address is that cannot be invited', async () => {
    const made = await bookable(api);
    for (const email of [made.hostEmail, api.tenant.organizerEmail]) {
      const { status, html } = await send(made, filled(at(9), { email }));
      expect(status).toBe(409);
      expect(html).toContain('We cannot invite this address.');
    }
    expect(await meetingsOf(made)).toBe(0);
  });

  it('is refused to who has another meeting then, in words, and the time stays free for others', async () => {
    const [one, other] = [await bookable(api), await bookable(api)];
    const { email, ...fields } = filled(at(9));
    expect((await send(one, { ...fields, email: email! })).status).toBe(303);
    const { status, html } = await send(other, filled(at(9), { email: email! }));
    expect(status).toBe(409);
    expect(html).toContain('You have another meeting then');
    expect(html).toContain(`value="${email}"`);
    expect(await meetingsOf(other)).toBe(0);
    const again = { ...hiddenFields(html), name: 'Grace', email: newAddress() };
    expect((await send(other, again)).status).toBe(303);
  });

  it('from another site is not taken', async () => {
    const made = await bookable(api);
    const answer = await fetch(api.url + made.path, {
      method: 'POST',
      body: new URLSearchParams(filled(at(9))),
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer.status).toBe(403);
    expect(await meetingsOf(made)).toBe(0);
  });
});

describe('what is filled in by the address', () => {
  it('stands in the form', async () => {
    const made = await bookable(api, { questions });
    const more = {
      name: 'Gus "G" Okafor',
      email: 'gus@guests.example',
      a_topic: 'Plans',
      a_level: 'Advanced',
    };
    const { html } = await see(formPath(made, at(9), more));
    expect(html).toContain('value="Gus &quot;G&quot; Okafor"');
    expect(html).toContain('value="gus@guests.example"');
    expect(html).toContain('value="Plans"');
    expect(html).toMatch(/<option (selected )?value="Advanced"( selected)?>/);
    // Nor is it lost when another language or day is chosen.
    const month = await see(`${made.path}?${new URLSearchParams({ ...more, zone: 'UTC' }).toString()}`);
    expect(month.html).toContain('a_topic=Plans');
  });
});

describe('an event type', () => {
  const link = async ({ eventTypeId }: Bookable, single = false): Promise<string> => {
    const token = newToken();
    await api.knex('booking_links').insert({
      ...{ id: randomUUID(), tenant_id: api.tenant.id, event_type_id: eventTypeId, single_use: single },
      token_hash: createHash('sha256').update(token).digest(),
    });
    return token;
  };

  it('that is secret is opened by its link only, and is in no list', async () => {
    const made = await bookable(api, { access: 'secret' });
    const k = await link(made);
    expect((await see(made.path)).status).toBe(404);
    expect((await see(`${made.path}?k=${newToken()}`)).status).toBe(404);
    expect((await send(made, filled(at(9)))).status).toBe(404);
    expect((await see(`/book/${made.memberSlug}`)).html).toContain('There is nothing to book here');
    const { status, html } = await see(`${made.path}?k=${k}`);
    expect(status).toBe(200);
    expect(html).toContain(`k=${k}`);
    for (const hours of [9, 10]) expect((await send(made, filled(at(hours), { k }))).status).toBe(303);
  });

  it('is booked once by a link of a single use, and the second press of the same button leads to the same page', async () => {
    const made = await bookable(api, { access: 'secret' });
    const k = await link(made, true);
    const fields = filled(at(9), { k });
    const first = await send(made, fields);
    expect(first.status).toBe(303);
    expect(await send(made, fields)).toMatchObject({ status: 303, location: first.location });
    expect((await send(made, filled(at(10), { k }))).status).toBe(410);
    const spent = await see(`${made.path}?k=${k}`);
    expect(spent.status).toBe(410);
    expect(spent.html).toContain('This link has been used');
    expect(await meetingsOf(made)).toBe(1);
  });

  it('that requires approval says that it waits, and until when', async () => {
    const made = await bookable(api, { requires_approval: true, approval_hours: 5 });
    const fields = filled(at(9));
    const { status, location } = await send(made, fields);
    expect(status).toBe(303);
    const { html } = await see(location);
    expect(html).toContain('You have asked for this time');
    expect(html).toMatch(
      /The time is kept for you until the host answers, at the latest until \w+, \d+ \w+ \d{4}/,
    );
    expect(html).not.toContain('booked.ics');
    expect((await see(location.replace('/booked?', '/booked.ics?'))).status).toBe(404);
    await waitForMail(api.world.catcher, { to: made.hostEmail });
    const other = await see(formPath(made, at(9)));
    expect(other.status).toBe(409);
    expect(other.html).toContain('This time is not free');
    // One client has three times wait for a host, and no more.
    for (const hours of [10, 11]) expect((await send(made, filled(at(hours)))).status).toBe(303);
    const fourth = await send(made, filled(at(12), { name: 'Gus the Fourth' }));
    expect(fourth.status).toBe(409);
    expect(fourth.html).toContain('You have asked for several times already');
    expect(fourth.html).toContain('value="Gus the Fourth"');
  });

  it('that is switched off says so, and takes nothing', async () => {
    const made = await bookable(api, { active: false });
    const { status, html } = await see(made.path);
    expect({ status, says: html.includes('No bookings are taken here at the moment') }).toEqual({
      status: 200,
      says: true,
    });
    expect((await send(made, filled(at(9)))).status).toBe(409);
  });

  it('of nobody is a page that says so', async () => {
    const made = await bookable(api);
    for (const path of [
      '/book/nobody',
      '/book/nobody/x',
      `/book/${made.memberSlug}/x`,
      '/book/A%00/b',
      '/book/..%2f/x',
    ])
      expect((await see(path)).status).toBe(404);
  });
});

describe('a confirmation', () => {
  it('is for who booked it: its address is signed, and holds for its own page only', async () => {
    const [made, other] = [await bookable(api), await bookable(api)];
    const { location } = await send(made, filled(at(9)));
    const token = new URL(location, api.url).searchParams.get('b')!;
    for (const b of ['', 'x', token.slice(0, -1), token.replace(/^./, (one) => (one === '0' ? '1' : '0'))])
      expect((await see(`${made.path}/booked?b=${b}`)).status).toBe(404);
    expect((await see(`${other.path}/booked?b=${token}`)).status).toBe(404);
    expect((await see(location)).status).toBe(200);
  });

  it('has a calendar file without anybody’s address and without METHOD, and links to calendars on the web', async () => {
    const made = await bookable(api, { location: 'Café Central; first floor' });
    const fields = filled(at(9));
    const { location } = await send(made, fields);
    const { html } = await see(location);
    expect(html).toContain(
      'https://calendar.google.com/calendar/render?action=TEMPLATE&amp;text=Consultation',
    );
    expect(html).toContain('https://outlook.live.com/calendar/0/deeplink/compose?');
    const file = await see(location.replace('/booked?', '/booked.ics?'));
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(file.html).toContain(
      `DTSTART:${at(9)
        .toISOString()
        .replace(/[-:]|\.\d{3}/g, '')}`,
    );
    expect(file.html).toContain('LOCATION:Café Central\\; first floor');
    expect(file.html).not.toMatch(/METHOD|ORGANIZER|ATTENDEE|mailto/i);
    expect(file.html).not.toContain(made.hostEmail);
    expect(file.html).not.toContain(fields.email);
  });

  it('of one of several guests says nothing of the others', async () => {
    const made = await bookable(api, { seats: 3 });
    const [first, second] = [filled(at(9), { name: 'Gus Okafor' }), filled(at(9), { name: 'Grace Hopper' })];
    const one = await send(made, first);
    const two = await send(made, second);
    expect([one.status, two.status]).toEqual([303, 303]);
    const seen = await see(two.location);
    expect(seen.html).toContain(second.email);
    expect(seen.html).not.toContain(first.email);
    expect(seen.html).not.toContain('Gus Okafor');
    // The time of what several come to is fixed.
    expect(seen.html).not.toContain('you can move or cancel');
    expect(await meetingsOf(made)).toBe(1);
  });
});
