import { LRUCache } from 'lru-cache';
import { KNOWN_FOR_MS, lookAtChanges, type Snapshot } from '../adapters/postgres/booking/changes.ts';
import { knownEventType } from '../adapters/postgres/booking/event-types.ts';
import { readOffer } from '../adapters/postgres/booking/offer.ts';
import type { EventType } from '../domain/booking/event-type.ts';
import { offeredSlots, offeredUntil, type OfferedSlot } from '../domain/booking/offer.ts';
import type { Instant, TimeRange } from '../domain/time/instant.ts';
import type { Actor } from '../policies/actor.ts';
import { NotPermitted } from '../policies/not-permitted.ts';
import { permittedBookable } from './bookable.ts';
import { nextRun } from './next-run.ts';
import type { SlotDeps } from './slots.ts';

/** Event types of which something is remembered, and what is in all of their answers, in bytes. */
const MOST_EVENT_TYPES = 1_000;
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_ANSWERS = 5_000;
/** However sure it is, nothing is given for longer. */
const LONGEST_MS = 60_000;

/** What somebody asks to see. */
export interface SlotsAsked<T> {
  /** Of the event type, and of a link to it; anything. */
  id: string;
  token?: string | undefined;
  range: TimeRange;
  /** Makes the answer for an event type; the same for the same `name`. @throws whatever the request deserves */
  present: (eventType: EventType) => {
    name: string;
    lengthMinutes: number;
    answer: (slots: OfferedSlot[]) => T;
  };
}

interface Answer<T> {
  answer: T;
  fromMs: Instant;
  untilMs: Instant;
}

/** An event type as it was read, and what was made of it: all of it is forgotten when any of it changes. */
interface Known<T> {
  eventType: EventType;
  /** What has changed of it since it was read. */
  look: () => ReturnType<typeof lookAtChanges>;
  number: number;
  underWay: Map<string, Promise<Answer<T>>>;
}

/**
 * What can be booked, as it was last answered while nothing has changed that decides about it; whether it has is one query, at most one for
 * each call, on whose snapshot the database decides. So a call that comes after a commit, in this process or in another one, never has what was
 * before it.
 */
export class RememberedSlots<T> {
  readonly #deps: SlotDeps;
  readonly #known = new LRUCache<string, Promise<Known<T>>>({ max: MOST_EVENT_TYPES, ttl: KNOWN_FOR_MS });
  readonly #answers: LRUCache<string, Answer<T> & object>;
  #read = 0;

  /** @param sizeOf an answer, in bytes */
  constructor(deps: SlotDeps, sizeOf: (answer: T) => number) {
    this.#deps = deps;
    this.#answers = new LRUCache({
      max: MOST_ANSWERS,
      maxSize: MOST_BYTES,
      sizeCalculation: ({ answer }, key) => sizeOf(answer) + key.length,
      ttl: LONGEST_MS,
    });
  }

  /** @throws NotPermitted also where there is none of this id, or the link is spent */
  async find(actor: Actor, { id, token, range, present }: SlotsAsked<T>): Promise<T> {
    const known = await this.#asItIs(id);
    await permittedBookable(this.#deps, actor, known.eventType, { token });
    const { name, lengthMinutes, answer } = present(known.eventType);
    const key = `${known.number}/${range.startMs}/${range.endMs}/${name}`;
    const before = this.#answers.get(key) ?? (await known.underWay.get(key));
    const nowMs = this.#deps.clock.nowMs();
    if (before && before.fromMs <= nowMs && nowMs <= before.untilMs) return before.answer;
    const making = this.#make(known.eventType, lengthMinutes, range, answer);
    known.underWay.set(key, making);
    try {
      const made = await making;
      this.#answers.set(key, made);
      return made.answer;
    } finally {
      known.underWay.delete(key);
    }
  }

  /** What is known of an event type, when nothing has changed since; else it is read. */
  async #asItIs(id: string): Promise<Known<T>> {
    const before = this.#known.get(id);
    if (!before) return this.#readAgain(id, null);
    const read = await before.catch(() => null);
    const look = read && (await read.look());
    if (read && look?.changed.size === 0) return read;
    const now = this.#known.get(id);
    // Another call found so, too, and began to read after this one came.
    if (now && now !== before) return now;
    return this.#readAgain(id, look?.snapshot ?? null);
  }

  #readAgain(id: string, snapshot: Snapshot | null): Promise<Known<T>> {
    const reading = this.#readKnown(id, snapshot);
    this.#known.set(id, reading);
    reading.catch(() => {
      if (this.#known.peek(id) === reading) this.#known.delete(id);
    });
    return reading;
  }

  /** @param snapshot of before; null: it has to be asked for first */
  async #readKnown(id: string, snapshot: Snapshot | null): Promise<Known<T>> {
    const { knex } = this.#deps;
    const seenIn = snapshot ?? (await lookAtChanges(knex, [])).snapshot;
    const eventType = await knownEventType(knex, id);
    if (!eventType) throw new NotPermitted('The event type');
    const seen = decidersOf(eventType).map((decider) => ({ id: decider, snapshot: seenIn }));
    return {
      eventType,
      look: nextRun(() => lookAtChanges(knex, seen)),
      number: this.#read++,
      underWay: new Map(),
    };
  }

  async #make(
    eventType: EventType,
    lengthMinutes: number,
    range: TimeRange,
    present: (slots: OfferedSlot[]) => T,
  ): Promise<Answer<T>> {
    const { knex, clock, readTaken } = this.#deps;
    const offer = await readOffer(knex, eventType, range, { taken: readTaken });
    const nowMs = clock.nowMs();
    const slots = offeredSlots(offer, { lengthMinutes, nowMs }, range);
    const untilMs = Math.min(offeredUntil(offer, slots, nowMs), nowMs + LONGEST_MS);
    return { answer: present(slots), fromMs: nowMs, untilMs };
  }
}

/** Everybody and everything whose changes change what an event type offers. */
const decidersOf = ({ id, ownerId, scheduleId, roomId, hosts, resourceIds }: EventType): string[] => [
  ...new Set([
    ...[id, ownerId, scheduleId, roomId].filter((decider) => decider !== null),
    ...hosts.map(({ principalId }) => principalId),
    ...resourceIds,
  ]),
];
