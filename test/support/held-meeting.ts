import { randomUUID } from 'node:crypto';
import { knownEventType } from '../../adapters/postgres/booking/event-types.ts';
import type { BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import { heldEvent, takeSlot } from '../../commands/booking/take-slot.ts';
import { bookKnown } from '../../commands/meetings/book-meeting.ts';
import { meetingInput } from '../../commands/meetings/meeting-input.ts';
import { loadConfig } from '../../config/index.ts';
import type { BookingState } from '../../domain/meeting/state.ts';
import { at, insertEventType, insertHost, newGuest } from '../booking/support/event-types.ts';
import { LivingMeeting } from './living-meeting.ts';
import { PUBLIC_URL, SECRET_KEY, type World } from './world.ts';

/** A meeting that holds a slot of an event type with two hosts. */
export class HeldMeeting extends LivingMeeting<BookingState> {
  readonly meeting: BookedMeeting;

  private constructor(world: World, meeting: BookedMeeting) {
    super(world, meeting.uid);
    this.meeting = meeting;
  }

  /** @param columns of the event type */
  static async begin(
    world: World,
    { holdMs = 600_000, columns = {} }: { holdMs?: number; columns?: Record<string, unknown> } = {},
  ): Promise<HeldMeeting> {
    const hosts = await Promise.all([1, 2].map(() => insertHost(world.database, world.tenant.id)));
    const eventType = await knownEventType(
      world.database,
      await insertEventType(world.database, hosts, { columns }),
    );
    if (!eventType) throw new Error('the event type was not made');
    const taken = await takeSlot(
      depsOf(world),
      world.tenant,
      { eventType, link: null, isOwn: true },
      {
        ...{ id: randomUUID(), startMs: Date.parse(at(3, 9)), lengthMinutes: 30, heldBy: null },
        expiresMs: (await world.nowMs()) + holdMs,
      },
    );
    if (taken?.kind !== 'held') throw new Error('the slot is taken');
    await world.meetings.hold(meetingInput(taken.meeting, depsOf(world)), heldEvent(taken.meeting.id));
    return new HeldMeeting(world, taken.meeting);
  }

  async book(): Promise<void> {
    await bookKnown(depsOf(this.world), this.world.tenant, this.meeting, {
      requestKey: randomUUID(),
      guest: { ...newGuest(), role: 'guest', required: true },
    });
  }
}

const depsOf = ({ database: knex, meetings, clock }: World) => ({
  ...{ knex, meetings, clock },
  config: loadConfig({
    PUBLIC_URL,
    PARLEY_SECRET_KEY: SECRET_KEY,
    ORGANIZER_EMAIL: 'scheduling@parley.test',
  }),
});
