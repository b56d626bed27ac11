import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { at } from '../booking/support/event-types.ts';
import { CHAOS_API_KEY } from './stubborn-client.ts';

const SLOTS = 24;
/** As slowly as they are asked for, so that processes die meanwhile. */
const EVERY_MS = 2_000;
const STARTS = Array.from({ length: SLOTS }, (_, nth) => at(3, 8, 30 * nth));

const headers = { authorization: `Bearer ${CHAOS_API_KEY}`, 'content-type': 'application/json' };

/** Somebody who holds slots of an event type, books none, and asks no more where no answer came. */
export class Holds {
  readonly #url: string;
  readonly #knex: Knex;
  readonly #eventTypeId: string;

  constructor(url: string, knex: Knex, eventTypeId: string) {
    this.#url = url;
    this.#knex = knex;
    this.#eventTypeId = eventTypeId;
  }

  /** Asks for each slot once. @returns how many times are held then */
  async askForAll(): Promise<number> {
    const path = `${this.#url}/api/event-types/${this.#eventTypeId}/hold`;
    const asked = STARTS.map(async (startsAt, nth) => {
      await wait(EVERY_MS * nth);
      const body = JSON.stringify({ startsAt });
      await fetch(path, { method: 'POST', headers, body }).catch(() => undefined);
    });
    await Promise.all(asked);
    return this.#made();
  }

  /** Whose time is still taken. */
  async taken(): Promise<number> {
    const rows: object[] = await this.#knex('reservations')
      .whereIn('meeting_id', this.#knex('meetings').where({ event_type_id: this.#eventTypeId }).select('id'))
      .select('meeting_id');
    return rows.length;
  }

  /** What became of the meetings that held them. */
  statuses(): Promise<string[]> {
    return this.#knex('meetings').where({ event_type_id: this.#eventTypeId }).distinct().pluck('status');
  }

  async #made(): Promise<number> {
    const ids: string[] = await this.#knex('meetings')
      .where({ event_type_id: this.#eventTypeId })
      .pluck('id');
    return ids.length;
  }
}
