import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from 'vitest';
import { setAddresses } from '../../../adapters/postgres/people/addresses.ts';
import { makePassword } from '../../../commands/app-passwords/manage-passwords.ts';
import {
  startRecordedApi,
  type Api,
  type RecordedApi,
  type RecordedParts,
} from '../../api/support/served-api.ts';
import { insertHost } from '../../booking/support/event-types.ts';
import { C, D, DavClient, hrefsIn } from './client.ts';

/** Somebody with a calendar and a client. */
export interface DavUser {
  id: string;
  tenantId: string;
  email: string;
  password: string;
  client: DavClient;
  principal: string;
  home: string;
  /** Their first calendar. */
  calendar: string;
}

export interface CalendarStage {
  readonly api: RecordedApi;
  addUser(options?: UserOptions): Promise<DavUser>;
  addUsers(count: number): Promise<DavUser[]>;
}

export interface UserOptions {
  timezone?: string;
  /** All of theirs; one of their own when absent. */
  addresses?: readonly string[];
  tenantId?: string;
}

/** Tests of the calendar server over HTTP, each file with a database of its own. */
export function onCalendars(
  title: string,
  tests: (stage: CalendarStage) => void,
  env: Record<string, string> = {},
  parts: RecordedParts = {},
): void {
  describe(title, () => {
    let api: RecordedApi;
    beforeAll(async () => {
      api = await startRecordedApi(
        {
          LIMIT_KEY_PER_MINUTE: '1000000',
          LIMIT_CLIENT_PER_MINUTE: '1000000',
          ...env,
        },
        parts,
      );
    });
    afterAll(() => api.stop());
    tests({
      get api() {
        return api;
      },
      addUser: (options) => addUser(api, options),
      async addUsers(count) {
        const users: DavUser[] = [];
        while (users.length < count) users.push(await addUser(api));
        return users;
      },
    });
  });
}

/** @param api any that serves the calendar server */
export async function addUser(
  api: Api,
  { timezone = 'Europe/Berlin', addresses, tenantId: of = api.tenant.id }: UserOptions = {},
): Promise<DavUser> {
  const host = await insertHost(api.knex, of, { timezone });
  const { id, tenantId } = host;
  if (addresses)
    await api.knex.transaction((trx) => setAddresses(trx, { tenantId, principalId: id }, addresses));
  const email = addresses?.[0] ?? host.email;
  const actor = { kind: 'member', tenantId, principalId: id } as const;
  const { password } = await makePassword({ knex: api.knex }, actor, { tenantId, principalId: id }, 'tests');
  const client = new DavClient(api.url, id, password);
  const [root] = await client.propfind('/dav/', ['D:current-user-principal']);
  const [principal = ''] = hrefsIn(root, D('current-user-principal'));
  const [told] = await client.propfind(principal, ['C:calendar-home-set']);
  const [home = ''] = hrefsIn(told, C('calendar-home-set'));
  const all = await client.propfind(home, ['D:resourcetype'], 1);
  const first = all.find(({ found }) => JSON.stringify(found.get(D('resourcetype'))).includes(C('calendar')));
  return { id, tenantId, email, password, client, principal, home, calendar: first?.href ?? '' };
}

/** An event of an hour, as many clients write it. */
export const event = (
  uid: string = randomUUID(),
  { start = '20270301T100000Z', end = '20270301T110000Z', lines = [] as string[] } = {},
): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//Client//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261101T120000Z',
    `DTSTART:${start}`,
    `DTEND:${end}`,
    'SUMMARY:Review of the quarter',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
