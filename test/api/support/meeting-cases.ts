import type { Knex } from 'knex';
import { expect } from 'vitest';
import type { TestMeeting } from '../../pages/support/rows.ts';
import type { Answer, Caller } from './caller.ts';
import { spanIn, newGuest, newHost } from './people.ts';

/** A body for /api/meetings: a host and as many guests as there are marks of who is required. */
export const newMeeting = (required = [true], extra: Record<string, unknown> = {}) => ({
  title: 'Planning',
  ...spanIn(72),
  attendees: [
    { ...newHost(), role: 'host' },
    ...required.map((isRequired) => ({ ...newGuest(), required: isRequired })),
  ],
  ...extra,
});

interface Apart {
  us: () => Caller;
  ours: () => { id: string };
  theirs: () => TestMeeting;
  knex: () => Knex;
  /** What was asked of the meetings' workflows. */
  calls: () => object[];
  notFound: (call: Promise<Answer>) => Promise<void>;
}

/** What another tenant gets for a meeting of the first one's, by /api/meetings. */
export function meetingCases({
  us,
  ours,
  theirs,
  knex,
  calls,
  notFound,
}: Apart): Record<string, () => Promise<void>> {
  const path = (rest = '') => `/api/meetings/${theirs().meetingId}${rest}`;
  return {
    'post /api/meetings': async () => {
      const made = await us().post('/api/meetings', newMeeting());
      expect(made.status).toBe(201);
      const tenants: string[] = await knex()('meetings').where({ id: made.json.id }).pluck('tenant_id');
      expect(tenants).toEqual([ours().id]);
      const chosen = await us().post('/api/meetings', newMeeting([true], { tenantId: theirs().tenantId }));
      expect(chosen.json.code).toBe('unknown-field');
      expect(calls().splice(0)).toMatchObject([{ what: 'book' }]);
    },
    'get /api/meetings': async () => {
      const listed = await us().get('/api/meetings?limit=200');
      const ids = listed.json.meetings.map(({ id }) => id);
      expect(ids).not.toContain(theirs().meetingId);
      const after = await us().get(`/api/meetings?limit=200&after=0.${theirs().meetingId}`);
      expect(after.json.meetings.map(({ id }) => id)).toEqual(ids);
    },
    'get /api/meetings/{meetingId}': () => notFound(us().get(path())),
    'get /api/meetings/{meetingId}/timeline': () => notFound(us().get(path('/timeline'))),
    'get /api/meetings/{meetingId}/links': () => notFound(us().get(path('/links'))),
    'post /api/meetings/{meetingId}/move': () => notFound(us().post(path('/move'), spanIn(90))),
    'post /api/meetings/{meetingId}/cancel': () => notFound(us().post(path('/cancel'), {})),
    'post /api/meetings/{meetingId}/resend': () => notFound(us().post(path('/resend'), {})),
    'post /api/meetings/{meetingId}/attendees': () => notFound(us().post(path('/attendees'), newGuest())),
    'delete /api/meetings/{meetingId}/attendees/{attendeeId}': () =>
      notFound(us().send(path('/attendees/guest'), { method: 'DELETE', headers: us().authorization })),
  };
}
