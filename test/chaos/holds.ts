import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { at } from '../booking/support/event-types.ts';
import type { StubbornClient } from './stubborn-client.ts';

export const SLOTS = 16;
/** As slowly as they are asked for, so that processes die meanwhile. */
const EVERY_MS = 2_000;
const STARTS = Array.from({ length: SLOTS }, (_, nth) => at(3, 8, 30 * nth));

/** Somebody who asks for each slot of an event type until an answer comes, and books none. */
export class Holds {
  readonly #client: StubbornClient;
  readonly #knex: Knex;
  readonly #eventTypeId: string;

  constructor(client: StubbornClient, knex: Knex, eventTypeId: string) {
    this.#client = client;
    this.#knex = knex;
    this.#eventTypeId = eventTypeId;
  }

  /** @returns how many meetings were made to hold them */
  async askForAll(): Promise<number> {
    const asked = STARTS.map(async (startsAt, nth) => {
      await wait(EVERY_MS * nth);
      await this.#client.post(`/api/event-types/${this.#eventTypeId}/hold`, { startsAt }, `hold-${nth}`);
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
