import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EngineUnavailable, MeetingNotRunning } from '../../activities/meeting/meetings.ts';
import { newToken } from '../../adapters/secrets/token.ts';
import {
  DAY,
  GUEST,
  HOST,
  HOUR,
  insertLink,
  insertMeeting,
  insertProposal,
  insertTenant,
} from './support/rows.ts';
import { NOW, startSite, type Site } from './support/site.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site.stop());
beforeEach(() => {
  site.meetings.events.length = 0;
  site.clock.ms = NOW;
});

const START = NOW + 6 * DAY;

async function asked(options: { note?: string; tenantId?: string } = {}) {
  const meeting = await insertMeeting(site.knex, {
    tenantId: options.tenantId ?? site.tenantId,
    startMs: START,
  });
  const expiresMs = NOW + 48 * HOUR;
  const proposalId = await insertProposal(site.knex, meeting, {
    startMs: START + DAY,
    expiresMs,
    note: options.note ?? '',
  });
  const link = (purpose: 'approve' | 'decline') =>
    insertLink(site.knex, meeting, { purpose, role: 'host', expiresMs, proposalId });
  return { meeting, proposalId, approve: await link('approve'), decline: await link('decline') };
}

async function invited() {
  const meeting = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs: START });
  return {
    meeting,
    token: await insertLink(site.knex, meeting, { purpose: 'propose', role: 'guest', expiresMs: START }),
  };
}

describe('looking', () => {
  it('changes nothing, by GET or HEAD, however often', async () => {
    const { approve, decline } = await asked();
    const { token } = await invited();
    for (const path of [`/approve?t=${approve}`, `/decline?t=${decline}`, `/reschedule?r=${token}`]) {
      for (const method of ['GET', 'HEAD', 'GET']) {
        expect((await site.get(path, { method })).status).toBe(200);
      }
    }
    expect(site.meetings.events).toEqual([]);
  });

  it('never shows an address, and hides one that somebody wrote into the note', async () => {
    const { approve } = await asked({ note: `Write to me: ${GUEST.email}` });
    const html = await (await site.get(`/approve?t=${approve}`)).text();
    expect(html).toContain('Write to me: (address hidden)');
    expect(html).toContain(GUEST.name);
    for (const { email } of [HOST, GUEST]) expect(html).not.toContain(email);
  });

  it('shows both times in the reader’s zone, the other’s and UTC', async () => {
    const { approve } = await asked();
    const html = await (await site.get(`/approve?t=${approve}`)).text();
    for (const text of [
      'Thursday, 26 November 2026',
      'Friday, 27 November 2026',
      '10:00 – 11:00',
      'Berlin, UTC+1',
    ])
      expect(html).toContain(text);
    expect(html).toContain('04:00 – 05:00');
    expect(html).toContain('09:00 – 10:00');
    const tokyo = await (await site.get(`/approve?t=${approve}&zone=Asia/Tokyo`)).text();
    expect(tokyo).toContain('Tokyo, UTC+9');
  });

  it('is strict about what a page may load, and kept nowhere', async () => {
    const { approve } = await asked();
    const { headers } = await site.get(`/approve?t=${approve}`);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; " +
        "frame-ancestors 'none'; base-uri 'none'",
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });
});

describe('deciding', () => {
  it('approves once, and shows what was decided afterwards, on both links', async () => {
    const { approve, decline, proposalId } = await asked();
    const question = await (await site.get(`/approve?t=${approve}`)).text();
    expect(question).toContain('Both calendars are updated, and neither of you has to answer again.');
    const answer = await site.post('/approve', { t: approve, zone: 'Europe/Berlin' });
    expect(answer.status).toBe(303);
    expect(site.meetings.events).toMatchObject([
      { type: 'approved', key: `approve/${proposalId}/host`, door: 'link', attendeeId: 'host', proposalId },
    ]);
    const next = await site.get(answer.headers.get('location')!);
    const outcome = await next.text();
    expect(outcome).toContain('You approved the new time');
    expect(outcome).toContain('With that both of you have accepted it, and neither has to answer.');
    expect(await (await site.get(`/decline?t=${decline}`)).text()).toContain('You approved the new time');
  });

  it('says first that the meeting was cancelled, where it was after the approval', async () => {
    const { approve, meeting } = await asked();
    await site.post('/approve', { t: approve });
    await site.knex('meetings').where({ id: meeting.meetingId }).update({ status: 'cancelled' });
    const html = await (await site.get(`/approve?t=${approve}`)).text();
    expect(html).toContain('<h1>The meeting was cancelled</h1>');
    expect(html).toContain('You approved the new time');
    expect(html).not.toContain('Request new time');
  });

  it('survives a double click', async () => {
    const { approve } = await asked();
    const answers = await Promise.all([
      site.post('/approve', { t: approve }),
      site.post('/approve', { t: approve }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const again = await site.post('/approve', { t: approve });
    expect(again.status).toBe(303);
    expect(new Set(site.meetings.events.map(({ key }) => key)).size).toBe(1);
  });

  it('tells the loser of a race that it is already decided', async () => {
    const { approve, decline } = await asked();
    await site.post('/decline', { t: decline });
    const late = await site.post('/approve', { t: approve });
    expect(late.status).toBe(409);
    const html = await late.text();
    expect(html).toContain('Already decided');
    expect(html).toContain('You declined the new time');
  });

  it('tells a race that only the meeting can see', async () => {
    const { approve } = await asked();
    site.meetings.refuse = 'proposal-gone';
    const late = await site.post('/approve', { t: approve });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Already decided');
  });

  it('says in plain words why a time cannot be taken, and offers a way on', async () => {
    const { approve } = await asked();
    site.meetings.refuse = 'guest-busy';
    const refused = await site.post('/approve', { t: approve });
    expect(refused.status).toBe(409);
    const html = await refused.text();
    expect(html).toContain('The other person has another meeting then');
    expect(html).toContain('Request new time');
    site.meetings.fail = new MeetingNotRunning();
    expect(await (await site.post('/approve', { t: approve })).text()).toContain('This meeting is over');
  });

  it('asks for patience when the engine does not answer, and works at the next press', async () => {
    const { approve } = await asked();
    site.meetings.fail = new EngineUnavailable(new Error('down'));
    const busy = await site.post('/approve', { t: approve });
    expect(busy.status).toBe(503);
    expect(await busy.text()).toContain('Nothing is lost');
    expect((await site.post('/approve', { t: approve })).status).toBe(303);
  });

  it('does not take a form of another site', async () => {
    const { approve } = await asked();
    for (const foreign of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://evil.example' }])
      expect((await site.post('/approve', { t: approve }, foreign)).status).toBe(403);
    expect(site.meetings.events).toEqual([]);
  });
});

describe('one-click links', () => {
  it('act on GET where the tenant wants it, never on HEAD', async () => {
    const { approve } = await asked({ tenantId: await insertTenant(site.knex, true) });
    await site.get(`/approve?t=${approve}`, { method: 'HEAD' });
    expect(site.meetings.events).toEqual([]);
    expect(await (await site.get(`/approve?t=${approve}`)).text()).toContain('You approved the new time');
    expect(await (await site.get(`/approve?t=${approve}`)).text()).toContain('You approved the new time');
    expect(site.meetings.types()).toEqual(['approved']);
  });
});

it('one-click links are the tenant’s: the environment’s make none of another tenant’s', async () => {
  const eager = await startSite({ env: { ONE_CLICK_LINKS: 'true' } });
  try {
    const meeting = await insertMeeting(eager.knex, { tenantId: eager.tenantId, startMs: START });
    const expiresMs = NOW + 48 * HOUR;
    const proposalId = await insertProposal(eager.knex, meeting, { startMs: START + DAY, expiresMs });
    const about = { purpose: 'approve', role: 'host', expiresMs, proposalId } as const;
    const approve = await insertLink(eager.knex, meeting, about);
    expect((await eager.get(`/approve?t=${approve}`)).status).toBe(200);
    expect(eager.meetings.events).toEqual([]);
  } finally {
    await eager.stop();
  }
});

describe('a link that does not work', () => {
  it('is friendly when unknown; looking at one and pressing its buttons fills no log', async () => {
    const before = (await site.audit()).length;
    for (const path of [
      `/reschedule?r=${newToken()}`,
      `/approve?t=${newToken()}`,
      '/decline?t=x',
      '/approve',
    ]) {
      const answer = await site.get(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('We do not know this link');
    }
    expect((await site.audit()).length).toBe(before);
    const posts = ['/links/renew', '/reschedule', '/approve', '/decline', '/confirm'];
    for (const path of posts) {
      const token = newToken();
      const answer = await site.post(path, { t: token, r: token, c: token });
      expect([303, 404], path).toContain(answer.status);
    }
    expect((await site.audit()).length).toBe(before);
  });

  it('is friendly when it was made for another page', async () => {
    const { approve } = await asked();
    const { token } = await invited();
    for (const path of [`/reschedule?r=${approve}`, `/decline?t=${approve}`, `/approve?t=${token}`]) {
      const answer = await site.get(path);
      expect(answer.status).toBe(404);
      const html = await answer.text();
      expect(html).toContain('This link opens another page');
      expect(html).toContain('Request new time');
    }
    await site.post('/decline', { t: approve });
    await site.post('/approve', { t: token });
    await site.post('/reschedule', {
      r: approve,
      zone: 'UTC',
      date: '2026-11-27',
      time: '10:30',
      minutes: '60',
    });
    expect(site.meetings.events).toEqual([]);
  });

  it('offers a fresh one when expired, mailed to where it was bound', async () => {
    const { approve, meeting } = await asked();
    site.clock.ms = NOW + 49 * HOUR;
    const expired = await site.get(`/approve?t=${approve}`);
    expect(expired.status).toBe(410);
    const html = await expired.text();
    expect(html).toContain('This request has expired');
    expect(html).toContain('Request new time');
    expect((await site.post('/approve', { t: approve })).status).toBe(303);
    expect(site.meetings.events).toEqual([]);

    const renewed = await site.post('/links/renew', { t: approve });
    expect(renewed.status).toBe(303);
    const page = await (await site.get(renewed.headers.get('location')!)).text();
    expect(page).toContain('Look into your mailbox');
    expect(page).not.toContain(HOST.email);
    await site.post('/links/renew', { t: approve });
    expect(new Set(site.meetings.events.map(({ key }) => key)).size).toBe(1);
    expect(site.meetings.events[0]).toMatchObject({
      type: 'link-requested',
      attendeeId: 'host',
      door: 'link',
    });
    const audit = await site
      .knex('audit_log')
      .where({ meeting_id: meeting.meetingId })
      .select('what', 'details');
    expect(audit.map(({ what }: { what: string }) => what)).toContain('renewed');
    expect(JSON.stringify(audit)).not.toContain(approve);
  });

  it('offers nothing when the meeting cannot move any more', async () => {
    const { token, meeting } = await invited();
    await site.knex('meetings').where({ id: meeting.meetingId }).update({ status: 'cancelled' });
    const answer = await site.get(`/reschedule?r=${token}`);
    expect(answer.status).toBe(410);
    const html = await answer.text();
    expect(html).toContain('was cancelled');
    expect(html).not.toContain('Request new time');
    site.meetings.refuse = 'meeting-over';
    expect(await (await site.post('/links/renew', { t: token })).text()).toContain('This meeting is over');
  });

  it('says so when as many were mailed as a day may have', async () => {
    const { token } = await invited();
    site.meetings.refuse = 'too-many-links';
    const answer = await site.post('/links/renew', { t: token });
    expect(answer.status).toBe(429);
    // The day is one of UTC.
    const left = Number(answer.headers.get('Retry-After')) * 1000;
    expect((site.clock.ms + left) % 86_400_000).toBeLessThan(1_000);
    expect(await answer.text()).toContain('That is enough for today');
  });
});
