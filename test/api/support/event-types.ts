import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Answer, Caller } from './caller.ts';
import { ownerCookie } from '../../support/room-owner.ts';
import type { Api } from './served-api.ts';

/** What the tests read of an event type's answer. */
export interface ShownEventType {
  id: string;
  ownerId: string;
  slug: string;
  scheduleId: string | null;
  questions: { key: string; label: string }[];
  hosts: { principalId: string; priority: number; weight: number }[];
  [field: string]: unknown;
}

export const shown = ({ json }: Answer): ShownEventType => json as unknown as ShownEventType;

export const newEventType = (extra: object = {}) => ({
  slug: `lesson-${randomUUID().slice(0, 8)}`,
  title: 'First lesson',
  lengthsMinutes: [30],
  ...extra,
});

/** Makes principals of a tenant. */
export class People {
  readonly #api: Api;
  readonly #us: Caller;

  constructor(api: Api, us: Caller) {
    this.#api = api;
    this.#us = us;
  }

  async member(name: string | undefined = 'Olga Weber'): Promise<string> {
    const addresses = [`olga-${randomUUID()}@example.org`];
    return this.#make({ kind: 'individual', ...(name !== '' && { name }), addresses });
  }

  resource = (extra: object = {}): Promise<string> =>
    this.#make({ kind: 'resource', name: 'Beamer', ...extra });

  room = (ownerId: string): Promise<string> =>
    this.#make({ kind: 'room', name: `room-${randomUUID().slice(0, 8)}`, ownerId });

  /** The headers of somebody who has signed in. */
  async session(principalId: string): Promise<Record<string, string>> {
    const owner = { tenantId: this.#us.tenant.id, ownerId: principalId };
    return { Cookie: await ownerCookie(this.#api.knex, owner), 'Content-Type': 'application/json' };
  }

  async #make(body: object): Promise<string> {
    const { status, json } = await this.#us.post('/api/principals', body);
    if (status !== 201) throw new Error(`no principal was made: ${JSON.stringify(json)}`);
    return json.id;
  }
}

/** @throws when the member has no booking profile */
export async function profileOf(knex: Knex, principalId: string) {
  const profile = await knex('booking_profiles').where({ principal_id: principalId }).first();
  if (!profile) throw new Error('the member has no booking profile');
  return profile;
}
