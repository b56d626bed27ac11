import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY, insertLink, insertMeeting } from './support/rows.ts';
import { NOW, startSite, type Site } from './support/site.ts';

const START = NOW + 6 * DAY;

let site: Site;
beforeAll(async () => {
  site = await startSite({ oneClick: true });
});
afterAll(() => site?.stop());

it('one-click links answer on GET, each answer once, never on HEAD', async () => {
  const meeting = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs: START });
  const own = { purpose: 'answer', role: 'guest', expiresMs: START } as const;
  const token = await insertLink(site.knex, meeting, own);
  const open = (as: string, method = 'GET') => site.get(`/answer?t=${token}&as=${as}`, { method });
  await open('accepted', 'HEAD');
  expect(site.meetings.events).toEqual([]);
  for (const as of ['accepted', 'accepted', 'declined', 'accepted', 'nothing']) {
    expect((await open(as)).status).toBe(200);
  }
  const given = site.meetings.events.map((event) => event.type === 'answered' && event.partstat);
  expect(given).toEqual(['ACCEPTED', 'DECLINED', 'ACCEPTED']);
});
