import { randomUUID } from 'node:crypto';
import { ownerCookie } from '../../support/room-owner.ts';
import type { Answer, Caller } from './caller.ts';
import type { Api } from './served-api.ts';

const DAY_MS = 86_400_000;

/** The same for a whole run, also one that goes on over midnight. */
const BEGAN_MS = Date.now();

/** A date so many days from today, in UTC. */
export const dateIn = (days: number): string => new Date(BEGAN_MS + days * DAY_MS).toISOString().slice(0, 10);

/** A member, and whoever asks for them: their tenant's backend, or they themselves. */
export interface TestMember {
  id: string;
  path: string;
  /** As the Cookie header carries it. */
  session: Record<string, string>;
}

export async function addMember(api: Api, us: Caller): Promise<TestMember> {
  const body = { kind: 'individual', name: 'Mia', addresses: [`mia-${randomUUID()}@example.org`] };
  const { id } = (await us.post('/api/principals', body)).json;
  const session = { Cookie: await ownerCookie(api.knex, { tenantId: us.tenant.id, ownerId: id }) };
  return { id, path: `/api/principals/${id}`, session };
}

/** An event type of a member's, as a row. @returns its path */
export async function addEventType(api: Api, us: Caller, ownerId: string, row: object = {}): Promise<string> {
  const id = randomUUID();
  await api.knex('event_types').insert({
    ...{ id, tenant_id: us.tenant.id, owner_id: ownerId, slug: `type-${id.slice(0, 8)}`, title: 'Call' },
    lengths_minutes: [30],
    ...row,
  });
  return `/api/event-types/${id}`;
}

/** The same call by an API key and by a session. */
export const callsOf = (us: Caller, { session }: TestMember) => {
  const send = (headers: Record<string, string>) => (method: string, path: string, body?: unknown) =>
    us.send(path, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }) as Promise<Answer & { json: Record<string, unknown> }>;
  return [
    ['an API key', send(us.authorization)],
    ['a session', send(session)],
  ] as const;
};

const TABLES = [
  ...['booking_profiles', 'schedules', 'date_overrides', 'vacations', 'temporary_hours', 'travels'],
  'holiday_calendars',
];

/** Every row of hours and days, of everybody. */
export const allHours = ({ knex }: Api): Promise<unknown[][]> =>
  Promise.all(TABLES.map((table) => knex(table).orderBy('created_at').select<unknown[]>('*')));

/** A calendar of all-day events, so many days from today. */
export const icsOf = (...days: number[]): string =>
  [
    'BEGIN:VCALENDAR',
    ...days.flatMap((in_) => [
      ...['BEGIN:VEVENT', `UID:${in_}`, `DTSTART;VALUE=DATE:${dateIn(in_).replaceAll('-', '')}`],
      ...[`SUMMARY:In ${in_}`, 'END:VEVENT'],
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

/** The days of such a calendar, as they are answered. */
export const namedDays = (...days: number[]) => days.map((in_) => ({ day: dateIn(in_), name: `In ${in_}` }));
