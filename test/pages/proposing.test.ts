import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, insertLink, insertMeeting } from './support/rows.ts';
import { NOW, startSite, type Site } from './support/site.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site.stop());
beforeEach(() => void (site.meetings.events.length = 0));

const START = NOW + 6 * DAY;

async function invited() {
  const meeting = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs: START });
  return {
    meeting,
    token: await insertLink(site.knex, meeting, { purpose: 'propose', role: 'guest', expiresMs: START }),
  };
}

const propose = (token: string, fields: Record<string, string> = {}) =>
  site.post('/reschedule', {
    r: token,
    zone: 'America/New_York',
    date: '2026-11-27',
    time: '10:30',
    minutes: '60',
    note: 'I have a train to catch.',
    key: 'form-1',
    action: 'propose',
    ...fields,
  });

/** What the form's fields hold. */
const valuesIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input[^>]*>/g)].flatMap(([input]) => {
      const [name, value] = ['name', 'value'].map((of) => new RegExp(` ${of}="([^"]*)"`).exec(input)?.[1]);
      return name === undefined ? [] : [[name, value ?? '']];
    }),
  );

/** Presses a button of the form as it is shown, as a browser without JavaScript does. */
const press = async (token: string, html: string, fields: Record<string, string>): Promise<string> =>
  (await propose(token, { minutes: '45', ...valuesIn(html), ...fields })).text();

describe('asking for a new time', () => {
  it('spends the link, which then leads to the open request', async () => {
    const { token } = await invited();
    const sent = await propose(token);
    expect(sent.status).toBe(303);
    expect(site.meetings.events).toMatchObject([
      {
        type: 'proposed',
        attendeeId: 'guest',
        door: 'link',
        startMs: Date.UTC(2026, 10, 27, 15, 30),
        endMs: Date.UTC(2026, 10, 27, 16, 30),
        note: 'I have a train to catch.',
      },
    ]);
    const html = await (await site.get(sent.headers.get('location')!)).text();
    expect(html).toContain('Your request is on its way');
    expect(html).toContain('Withdraw request');
  });

  it('is one request when sent twice', async () => {
    const { token } = await invited();
    const answers = [await propose(token), await propose(token)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(site.meetings.types()).toEqual(['proposed']);
  });

  it('replaces the open request with the spent link, and withdraws it', async () => {
    const { token } = await invited();
    await propose(token);
    expect((await propose(token, { time: '11:30' })).status).toBe(303);
    expect(site.meetings.events[1]).toMatchObject({ type: 'proposed', linkId: null });
    const shown = await (await site.get(`/reschedule?r=${token}`)).text();
    expect(shown).toContain('11:30 – 12:30');
    expect(await (await site.get(`/reschedule?r=${token}&edit=1`)).text()).toContain('Change your request');

    const withdrawn = { r: token, action: 'withdraw' };
    expect((await site.post('/reschedule', withdrawn)).status).toBe(303);
    expect((await site.post('/reschedule', withdrawn)).status).toBe(303);
    expect(site.meetings.types()).toEqual(['proposed', 'proposed', 'withdrawn']);
    expect(await (await site.get(`/reschedule?r=${token}`)).text()).toContain('You took your request back');
    expect((await propose(token, { time: '12:30' })).status).toBe(409);
  });

  it.each([
    [{ date: '2027-03-28', time: '02:30', zone: 'Europe/Berlin' }, 'The nearest time is 03:00.'],
    [{ date: '' }, 'Please choose a date.'],
    [{ time: '25:00' }, 'Please choose a time.'],
    [{ date: '2026-11-20', time: '03:00' }, 'This time has passed.'],
    [{ minutes: '0' }, 'Please choose how long the meeting lasts.'],
    [{ note: 'n'.repeat(2001) }, 'Please shorten it to 2,000.'],
  ])('says beside the field what is wrong with %j, and keeps what was typed', async (fields, text) => {
    const { token } = await invited();
    const answer = await propose(token, fields);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(text);
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('note' in fields ? 'nnnn' : 'I have a train to catch.');
    expect(site.meetings.events).toEqual([]);
  });

  it('shows a refusal of the meeting beside the time', async () => {
    const { token } = await invited();
    site.meetings.refuse = 'host-busy';
    const answer = await propose(token);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('The other person has another meeting then');
    expect((await propose(token)).status).toBe(303);
  });

  it('says that it is enough for today, when it is', async () => {
    const { token } = await invited();
    site.meetings.refuse = 'too-many-proposals';
    const answer = await propose(token);
    expect(answer.status).toBe(429);
    // The day is one of UTC.
    const left = Number(answer.headers.get('Retry-After')) * 1000;
    expect((site.clock.ms + left) % 86_400_000).toBeLessThan(1_000);
    const html = await answer.text();
    expect(html).toContain('That is enough for today');
    expect(html).toContain('Please try again tomorrow.');
  });

  it('shows itself in another zone without sending anything', async () => {
    const { token } = await invited();
    const answer = await propose(token, {
      action: 'zone',
      shown: 'America/New_York',
      date: '2026-11-26',
      time: '04:00',
      zone: 'Asia/Tokyo',
    });
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain('value="18:00"');
    expect(html).toContain('I have a train to catch.');
    expect(site.meetings.events).toEqual([]);
  });

  it('keeps the instant that its link suggested in every zone, until somebody types another', async () => {
    const { token } = await invited();
    const suggested = { start: '2026-11-27T15:30:00.000Z', end: '2026-11-27T16:15:00.000Z' };
    const query = new URLSearchParams({ r: token, zone: 'America/New_York', ...suggested });
    const first = await (await site.get(`/reschedule?${query}`)).text();
    expect(valuesIn(first)).toMatchObject({ date: '2026-11-27', time: '10:30', ...suggested });

    const inTokyo = await press(token, first, { action: 'zone', zone: 'Asia/Tokyo' });
    expect(valuesIn(inTokyo)).toMatchObject({ date: '2026-11-28', time: '00:30', ...suggested });
    const inBerlin = await press(token, inTokyo, { action: 'zone', zone: 'Europe/Berlin' });
    expect(valuesIn(inBerlin)).toMatchObject({ date: '2026-11-27', time: '16:30' });
    const wrong = await press(token, inBerlin, { action: 'propose', minutes: '0' });
    expect(valuesIn(wrong)).toMatchObject({ time: '16:30', ...suggested });
    const typed = await press(token, inBerlin, { action: 'zone', zone: 'Asia/Tokyo', time: '17:00' });
    expect(valuesIn(typed)).toMatchObject({ date: '2026-11-27', time: '17:00' });
  });

  it('says that a time comes twice, and takes the first', async () => {
    const { token } = await invited();
    const sent = await propose(token, { date: '2027-11-07', time: '01:30' });
    expect(site.meetings.events[0]).toMatchObject({ startMs: Date.UTC(2027, 10, 7, 5, 30) });
    expect(await (await site.get(sent.headers.get('location')!)).text()).toContain('This is the first one.');
  });

  it('does not take a form without end', async () => {
    const { token } = await invited();
    expect((await propose(token, { note: 'x'.repeat(100_000) })).status).toBe(413);
  });
});
