import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { requestIdOf } from '../../domain/meeting/requesting.ts';
import { picture } from './support/browsing.ts';
import { hostPages, hostsPage, insertBooking, insertHost, insertMember } from './support/host.ts';
import { onHostStage, type HostStage } from './support/host-stage.ts';
import { expectToLookWell } from './support/looks.ts';
import { DAY, GUEST, HOST, HOUR, insertProposal } from './support/rows.ts';
import { NOW } from './support/site.ts';

let { site, browser, host, page } = {} as HostStage;
onHostStage((stage) => {
  ({ site, browser, host, page } = stage);
});

/** Monday, ten o’clock in Vienna. */
const MONDAY = Date.UTC(2026, 10, 23, 9);
const last = () => site.meetings.events.at(-1);

describe('what is booked', () => {
  it('is listed as coming, past and cancelled, and found by a guest’s name, without any address', async () => {
    await insertBooking(site, host, { startMs: MONDAY, title: 'Cello lesson' });
    await insertBooking(site, host, { startMs: NOW - DAY, status: 'closed', title: 'Lesson of yesterday' });
    await insertBooking(site, host, { startMs: MONDAY + DAY, status: 'cancelled', title: 'Not any more' });
    const main = async (path: string) => {
      await page.goto(path);
      return (await page.textContent('main')) ?? '';
    };
    expect(await main('/bookings/list')).toContain('Cello lesson');
    expect(await main('/bookings/list?state=past')).toContain('Lesson of yesterday');
    expect(await main('/bookings/list?state=cancelled')).toContain('Not any more');
    await page.goto('/bookings/list');
    await page.fill('[name=name]', 'gus');
    await page.click('text=Show');
    expect(await page.textContent('.entries')).toContain('Cello lesson');
    await page.fill('[name=name]', 'nobody');
    await page.click('text=Show');
    expect(await page.textContent('main')).toContain('Nothing fits what you look for.');
    await page.goto('/bookings/list');
    await page.click('.entries a');
    expect(await page.textContent('.terms')).toContain('Which instrument? Cello');
    for (const { email } of [HOST, GUEST]) expect(await page.content()).not.toContain(email);
  });

  it('is moved to a slot that is offered', async () => {
    const { meetingId } = await insertBooking(site, host, { startMs: MONDAY });
    await page.goto(`/bookings/list/${meetingId}`);
    await page.click('text=Move it');
    await page.click('fieldset:has-text("Tuesday") label:has-text("11:00")');
    await page.click('main button:text-is("Move it")');
    expect(await page.textContent('[role=status]')).toBe('It is moved, and everybody is invited anew.');
    // The clocks are named.
    expect(await page.textContent('.terms')).toContain('10:00 – 10:30 (Vienna, UTC+1)');
    const startMs = MONDAY + DAY + HOUR;
    expect(last()).toMatchObject({ type: 'moved', startMs, endMs: startMs + HOUR / 2 });
  });

  it('is moved to any other time, on the clocks of the host, which are named', async () => {
    const { meetingId } = await insertBooking(site, host, { startMs: MONDAY });
    await page.goto(`/bookings/list/${meetingId}/move`);
    expect(await page.textContent('main')).toContain('On the clocks of Vienna');
    expect(await page.locator('nav a:has-text("Availability")').count()).toBe(1);
    await page.fill('[name=day]', '2026-11-24');
    await page.click('text=Move it to this time');
    expect(await page.textContent('#at-error')).toContain('There is no such time');
    await page.fill('[name=at]', '21:15');
    await picture(page, 'bookings/move');
    await page.click('text=Move it to this time');
    expect(await page.textContent('[role=status]')).toContain('It is moved');
    expect(last()).toMatchObject({ type: 'moved', startMs: Date.UTC(2026, 10, 24, 20, 15) });
  });

  it('is listed by day, with who takes it where several could', async () => {
    await insertBooking(site, host, { startMs: MONDAY });
    await insertBooking(site, host, { startMs: MONDAY + HOUR });
    await insertBooking(site, host, { startMs: MONDAY + DAY });
    await page.goto('/bookings/list');
    expect(await page.locator('main h2').allTextContents()).toEqual([
      'Monday, 23 November 2026',
      'Tuesday, 24 November 2026',
    ]);
    expect(await page.textContent('main')).not.toContain('Host:');
    expect(await page.textContent('main')).toContain('On the clocks of Vienna');
    const member = await insertMember(site);
    await hostPages(site, member.actor);
    const watched = await hostsPage(browser, site, member);
    await watched.page.goto('/bookings/list');
    expect(await watched.page.textContent('.entries')).toContain('Host: Olga');
    await picture(watched.page, 'bookings/list');
    await watched.close();
  });

  it('is cancelled with a reason once it was asked', async () => {
    const { meetingId } = await insertBooking(site, host, { startMs: MONDAY });
    const before = site.meetings.events.length;
    await page.goto(`/bookings/list/${meetingId}`);
    await page.click('text=Cancel it');
    expect(site.meetings.events).toHaveLength(before);
    await page.fill('[name=reason]', 'I am ill');
    await page.click('main button');
    expect(last()).toMatchObject({ type: 'cancelled', reason: 'I am ill' });
    expect(await page.textContent('[role=status]')).toBe('It is cancelled, and everybody is told.');
  });

  it('that waits for its host is approved or declined on its page, by the host alone', async () => {
    const ask = async () => {
      const booked = await insertBooking(site, host, { startMs: MONDAY });
      const id = requestIdOf(booked.meetingId);
      const made = await insertProposal(site.knex, booked, { startMs: MONDAY, expiresMs: NOW + DAY });
      await site.knex('pending_proposals').where({ id: made }).update({ id });
      await site
        .knex('meetings')
        .where({ id: booked.meetingId })
        .update({
          ...{ status: 'held', hold_expires_at: new Date(NOW + DAY) },
        });
      return { path: `/bookings/list/${booked.meetingId}`, id };
    };
    const first = await ask();
    await page.goto(first.path);
    await picture(page, 'bookings/to-approve');
    await page.click('text=Accept booking');
    expect(await page.textContent('[role=status]')).toBe('You have accepted it.');
    expect(last()).toMatchObject({ type: 'approved', attendeeId: 'host', proposalId: first.id });
    const second = await ask();
    await page.goto(second.path);
    await page.click('text=Decline booking');
    expect(await page.textContent('h1')).toBe('Decline this booking?');
    await page.click('main button');
    expect(last()).toMatchObject({ type: 'declined', attendeeId: 'host', proposalId: second.id });
    expect(await page.textContent('[role=status]')).toBe('You have declined it.');
  });

  it('that its guest asks to move shows the other time beside its own, and is decided on its page', async () => {
    const booked = await insertBooking(site, host, { startMs: MONDAY });
    const asked = { startMs: MONDAY + DAY, lengthMs: HOUR / 2, expiresMs: NOW + DAY };
    const proposalId = await insertProposal(site.knex, booked, asked);
    await page.goto('/bookings/list');
    expect(await page.textContent('.entries')).toContain('Asks for another time');
    await page.goto(`/bookings/list/${booked.meetingId}`);
    const terms = (await page.textContent('.terms')) ?? '';
    for (const day of ['Monday, 23 November 2026', 'Asked for', 'Tuesday, 24 November 2026'])
      expect(terms).toContain(day);
    expect(await page.textContent('main')).toContain('You can decide until');
    await picture(page, 'bookings/asks-to-move');
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, 'bookings/asks-to-move-390');
    await page.click('text=Decline new time');
    expect(await page.textContent('h1')).toBe('Decline the new time?');
    expect(await page.textContent('main')).toContain('Tuesday, 24 November 2026');
    await page.click('main button');
    expect(last()).toMatchObject({ type: 'declined', attendeeId: 'host', proposalId });
    const again = await insertProposal(site.knex, booked, asked);
    await page.goto(`/bookings/list/${booked.meetingId}`);
    await page.click('text=Approve new time');
    expect(await page.textContent('[role=status]')).toContain('You have accepted it');
    expect(last()).toMatchObject({ type: 'approved', attendeeId: 'host', proposalId: again });
  });

  it('that waits for another host alone says so to who has agreed, without buttons', async () => {
    const booked = await insertBooking(site, host, { startMs: MONDAY });
    await site.knex.raw(
      `INSERT INTO invitations (tenant_id, meeting_id, uid, attendee_id, role, required, attendee_email, contact_id)
       SELECT tenant_id, meeting_id, uid, 'host-2', 'host', true, attendee_email, contact_id
         FROM invitations WHERE meeting_id = ? AND attendee_id = 'guest'`,
      [booked.meetingId],
    );
    const id = await insertProposal(site.knex, booked, { startMs: MONDAY + DAY, expiresMs: NOW + DAY });
    const waits = { asked: ['host', 'host-2'], waits_for: ['host-2'] };
    await site.knex('pending_proposals').where({ id }).update(waits);
    await page.goto(`/bookings/list/${booked.meetingId}`);
    expect(await page.textContent('main')).toContain('You approved the new time');
    expect(await page.locator('text=Approve new time').count()).toBe(0);
  });

  it('stays where the meeting refuses, which is said', async () => {
    const { meetingId } = await insertBooking(site, host, { startMs: MONDAY });
    await page.goto(`/bookings/list/${meetingId}/move`);
    await page.click('fieldset:has-text("Tuesday") label:has-text("11:00")');
    site.meetings.refuse = 'room-busy';
    await page.click('main button:text-is("Move it")');
    const said = () => page.textContent('[role=alert]');
    expect(await said()).toBe('That could not be done: the room is taken then.');
    for (const [code, why] of [
      ['guest-busy', `${GUEST.name} has no time then.`],
      ['stale-sequence', 'the booking is different by now.'],
    ] as const) {
      await page.goto(`/bookings/list/${meetingId}/move`);
      await page.click('fieldset:has-text("Tuesday") label:has-text("11:00")');
      site.meetings.refuse = code;
      await page.click('main button:text-is("Move it")');
      expect(await said()).toBe(`That could not be done: ${why}`);
    }
  });

  it('can be moved on a phone without going to the end of the times, none of which is on two lines', async () => {
    const { meetingId } = await insertBooking(site, host, { startMs: MONDAY });
    for (const [width, height] of [
      [390, 844],
      [1280, 900],
    ] as const) {
      const options = { viewport: { width, height }, locale: 'en-US' };
      const watched = await hostsPage(browser, site, host, options);
      await watched.page.goto(`/bookings/list/${meetingId}/move`);
      const label = watched.page.locator('.clock-choices .choice span').first();
      expect(await label.innerText()).toMatch(/^\d+:\d\d\sAM$/);
      expect((await label.boundingBox())?.height).toBeLessThan(30);
      const button = watched.page.getByRole('button', { name: 'Move it', exact: true });
      const box = await button.boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
      await picture(watched.page, `bookings/move-${width}`);
      await watched.close();
    }
  });

  it('is given to another host of the event type', async () => {
    const member = await insertMember(site);
    const pages = await hostPages(site, member.actor);
    const watched = await hostsPage(browser, site, member);
    await watched.page.goto(pages['host-booking'] ?? '');
    await watched.page.click('text=Give it to another host');
    await watched.page.click('main button');
    expect(await watched.page.textContent('[role=status]')).toContain('Another host has it now');
    expect(last()).toMatchObject({ type: 'reassigned', attendeeId: 'host', invite: { role: 'host' } });
    await watched.close();
  });

  it('is offered to those hosts alone who have time then, and it is said who has none', async () => {
    const member = await insertMember(site);
    const pages = await hostPages(site, member.actor);
    const path = `${pages['host-booking'] ?? ''}/reassign`;
    const watched = await hostsPage(browser, site, member);
    await watched.page.goto(path);
    const others = watched.page.locator('[name=to] option:not([value=""])');
    expect(await others.count()).toBe(1);
    const id = (await others.getAttribute('value')) ?? '';
    await site.knex('principals').where({ id }).update({ name: 'Ben' });
    await site.knex('vacations').insert({
      ...{ id: randomUUID(), tenant_id: member.actor.tenantId, principal_id: id, reason: '' },
      ...{ first_day: new Date('2026-11-01'), last_day: new Date('2026-12-31') },
    });
    // Who had looked before is told what is so by now.
    await watched.page.click('main button');
    expect(await watched.page.textContent('[role=alert]')).toBe(
      'That could not be done: none of the other hosts has time then.',
    );
    await watched.page.goto(path);
    expect(await others.count()).toBe(0);
    expect(await watched.page.textContent('main')).toContain('None of the other hosts has time then.');
    await watched.close();
  });

  it('is nobody else’s', async () => {
    const { meetingId } = await insertBooking(site, host, { startMs: MONDAY });
    const other = await insertHost(site);
    const headers = { cookie: other.cookie };
    const form = /name="form" value="([^"]+)"/.exec(
      await (await site.get('/bookings', { headers })).text(),
    )?.[1];
    const before = site.meetings.events.length;
    for (const what of ['', '/move', '/cancel', '/decline', '/reassign'])
      expect((await site.get(`/bookings/list/${meetingId}${what}`, { headers })).status).toBe(404);
    for (const what of ['move', 'cancel', 'approve', 'decline', 'reassign']) {
      const fields = { form: form ?? '', start: '2026-11-24T10:00:00Z' };
      const answer = await site.post(`/bookings/list/${meetingId}/${what}`, fields, headers);
      expect(answer.status).toBe(404);
    }
    expect(site.meetings.events).toHaveLength(before);
    expect(await (await site.get('/bookings/list', { headers })).text()).not.toContain(meetingId);
  });
});

it('every page of a host fits 320, 390 and 1280 pixels, can be pressed with a finger, and names nobody', async () => {
  const member = await insertMember(site);
  const pages = await hostPages(site, member.actor);
  await expectToLookWell(browser, {
    ...{ origin: site.url, pages, context: { extraHTTPHeaders: { cookie: member.cookie } } },
    targets:
      'main :is(button,select,input:not([type=checkbox],[type=radio]),label.choice):visible:not([tabindex="-1"])',
    look: async (shown, name) => {
      const content = await shown.content();
      for (const { email } of [HOST, GUEST]) expect(content, name).not.toContain(email);
    },
  });
}, 240_000);
