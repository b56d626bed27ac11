import { expect } from 'vitest';
import { addMember } from './availability.ts';
import type { Answer, Caller } from './caller.ts';
import type { Api } from './served-api.ts';

interface Apart {
  api: () => Api;
  us: () => Caller;
  notFound: (call: Promise<Answer>) => Promise<void>;
}

const TABLES = [
  'calendars',
  'calendar_grants',
  'app_passwords',
  'calendar_object_versions',
  'calendar_homes',
];

/** What another tenant, and another member of the same one, get for the calendars of a member. */
export function calendarCases({ api, us, notFound }: Apart): Record<string, () => Promise<void>> {
  const everything = () =>
    Promise.all(TABLES.map((table) => api().knex(table).select('*').orderByRaw('1, 2')));
  const theirs = async () => {
    const them = await api().caller();
    const { id, path } = await addMember(api(), them);
    const { json: calendar } = await them.post(`${path}/calendars`, { name: 'Theirs' });
    const { json: password } = await them.post(`${path}/app-passwords`, { name: 'Phone' });
    return {
      them,
      id,
      path,
      calendar: `/api/calendars/${calendar.id}`,
      password: `${path}/app-passwords/${password.id}`,
    };
  };
  type Theirs = Awaited<ReturnType<typeof theirs>>;
  const refused =
    (
      method: string,
      pathOf: (their: Theirs) => string,
      body?: object,
      prepare?: (their: Theirs) => Promise<unknown>,
    ) =>
    async (): Promise<void> => {
      const their = await theirs();
      await prepare?.(their);
      const colleague = await addMember(api(), their.them);
      const member = await addMember(api(), us());
      const before = await everything();
      for (const headers of [us().authorization, member.session, colleague.session])
        await notFound(
          us().send(pathOf(their), {
            method,
            headers: { 'Content-Type': 'application/json', ...headers },
            ...(body && { body: JSON.stringify(body) }),
          }),
        );
      expect(await everything()).toEqual(before);
    };
  const principal = '/api/principals/{principalId}';
  const calendar = '/api/calendars/{calendarId}';
  const nobodys = '8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11';
  return {
    [`get ${principal}/calendars`]: refused('GET', ({ path }) => `${path}/calendars`),
    [`post ${principal}/calendars`]: refused('POST', ({ path }) => `${path}/calendars`, { name: 'Ours' }),
    [`get ${calendar}`]: refused('GET', (their) => their.calendar),
    [`patch ${calendar}`]: refused('PATCH', (their) => their.calendar, { name: 'Ours' }),
    [`delete ${calendar}`]: refused('DELETE', (their) => their.calendar),
    [`post ${calendar}/restore`]: refused(
      'POST',
      (their) => `${their.calendar}/restore`,
      {},
      (their) => their.them.delete(their.calendar),
    ),
    [`put ${calendar}/shares`]: refused('PUT', (their) => `${their.calendar}/shares`, {
      shares: [],
      everybody: 'free-busy',
    }),
    [`get ${calendar}/versions`]: refused('GET', (their) => `${their.calendar}/versions`),
    [`post ${calendar}/versions/{versionId}/restore`]: refused(
      'POST',
      (their) => `${their.calendar}/versions/${nobodys}/restore`,
      {},
    ),
    [`get ${principal}/app-passwords`]: refused('GET', ({ path }) => `${path}/app-passwords`),
    [`post ${principal}/app-passwords`]: refused('POST', ({ path }) => `${path}/app-passwords`, {
      name: 'Ours',
    }),
    [`delete ${principal}/app-passwords/{passwordId}`]: refused('DELETE', (their) => their.password),
    'get /api/freebusy': async () => {
      const their = await theirs();
      const member = await addMember(api(), us());
      const query = `users=${their.id}&from=2030-01-01T00:00:00Z&to=2030-01-02T00:00:00Z`;
      for (const headers of [us().authorization, member.session]) {
        const { status, json } = await us().send(`/api/freebusy?${query}`, { headers });
        expect([status, json]).toEqual([200, { users: [{ user: their.id, status: 'unknown', busy: [] }] }]);
      }
    },
  };
}
