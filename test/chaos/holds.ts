import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { at } from '../booking/support/event-types.ts';
import { CHAOS_API_KEY } from './stubborn-client.ts';

const SLOTS = 24;
/** As slowly as they are asked for, so that processes die meanwhile. */
const EVERY_MS = 2_000;
const STARTS = Array.from({ length: SLOTS }, (_, nth) => at(3, 8, 30 * nth));

const headers = { authorization: `Bearer ${CHAOS_API_KEY}`, 'content-type': 'application/json' };

/** Somebody who asks once for each slot of an event type, whether an answer comes or not, and books none. */
export class Holds {
  readonly #url: string;
  readonly #knex: Knex;
  readonly #eventTypeId: string;

  constructor(url: string, knex: Knex, eventTypeId: string) {
    this.#url = url;
    this.#knex = knex;
    this.#eventTypeId = eventTypeId;
  }

  /** @returns how many meetings were made to hold them */
  async askForAll(): Promise<number> {
    const path = `${this.#url}/api/event-types/${this.#eventTypeId}/hold`;
    const asked = STARTS.map(async (startsAt, nth) => {
      await wait(EVERY_MS * nth);
      const body = JSON.stringify({ startsAt });
      await fetch(path, { method: 'POST', headers, body }).catch(() => undefined);
    });
    await Promise.all(asked);
    const ids: string[] = await this.#meetings().pluck('id');
    return ids.length;
  }

  /** How many times are taken still. */
  async taken(): Promise<number> {
    const rows: object[] = await this.#knex('reservations')
      .whereIn('meeting_id', this.#meetings().select('id'))
      .select('meeting_id');
    return rows.length;
  }

  /** What became of the meetings that held them. */
  statuses(): Promise<string[]> {
    return this.#meetings().distinct().pluck('status');
  }

  #meetings() {
    return this.#knex('meetings').where({ event_type_id: this.#eventTypeId });
  }
}
