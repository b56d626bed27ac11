import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import {
  insertRoomMeeting,
  roomMeetingById,
  type NewRoomMeeting,
  type RoomMeeting,
} from '../../adapters/postgres/rooms/meetings.ts';
import { meetingInputOf } from '../../domain/meeting/room-input.ts';
import { calendarEvent, calendarEventRemoved } from '../../domain/meeting/feed.ts';
import type { RoomMeetingState, RoomTimings } from '../../domain/meeting/state.ts';
import type { TimeRange } from '../../domain/time/instant.ts';
import { insertOwnedRoom } from './room-owner.ts';
import { HOUR, LivingMeeting, MINUTE } from './living-meeting.ts';
import type { World } from './world.ts';

export { HOUR, MINUTE };

export interface RoomMeetingOptions {
  /** Where it takes place; a room of its own when absent. */
  roomId?: string;
  startsInMs?: number;
  lengthMs?: number;
  title?: string;
  timings?: Partial<RoomTimings>;
}

/** A room with a name, without a feed. */
export async function insertRoomWithoutFeed(knex: Knex, tenantId: string): Promise<string> {
  const { id } = await insertOwnedRoom(knex, { tenantId, ownerEmail: 'max@example.com' });
  return id;
}

/** One meeting in a room, for scripts that read like the story they tell. */
export class RoomScript extends LivingMeeting<RoomMeetingState> {
  readonly meeting: RoomMeeting;
  readonly #timings: RoomTimings;
  /** Time of the newest reading of the calendar. */
  #saidMs: number;

  private constructor(world: World, meeting: RoomMeeting, timings: RoomTimings, saidMs: number) {
    super(world, meeting.uid);
    this.meeting = meeting;
    this.#timings = timings;
    this.#saidMs = saidMs;
  }

  static async #insert(
    world: World,
    source: NewRoomMeeting['source'],
    options: RoomMeetingOptions,
  ): Promise<RoomScript> {
    const nowMs = await world.nowMs();
    const startMs = Math.ceil((nowMs + (options.startsInMs ?? 0)) / 1000) * 1000;
    const meeting = await insertRoomMeeting(world.database, {
      id: randomUUID(),
      tenantId: world.tenant.id,
      roomId: options.roomId ?? (await insertRoomWithoutFeed(world.database, world.tenant.id)),
      source,
      title: options.title ?? 'Weekly',
      startMs,
      endMs: startMs + (options.lengthMs ?? HOUR),
    });
    const timings = {
      readyBeforeMs: MINUTE,
      graceMs: 15 * MINUTE,
      forceCloseMs: 30 * MINUTE,
      ...options.timings,
    };
    return new RoomScript(world, meeting, timings, nowMs);
  }

  /** A meeting that the calendar of its room has. */
  static async ofFeed(world: World, options: RoomMeetingOptions = {}): Promise<RoomScript> {
    const script = await RoomScript.#insert(world, 'feed', { startsInMs: HOUR, ...options });
    await script.calendarSays({});
    await script.until((now) => now.status !== 'open');
    return script;
  }

  /** One of a calendar that has begun, with `a` inside. */
  static async occupied(world: World, options: RoomMeetingOptions = {}): Promise<RoomScript> {
    const script = await RoomScript.ofFeed(world, options);
    await script.passUntil(script.meeting.startMs + 1000);
    await script.until((now) => now.status === 'live');
    await script.enter('a');
    return script;
  }

  /** A meeting that somebody begins now. */
  static async unscheduled(world: World, options: RoomMeetingOptions = {}): Promise<RoomScript> {
    const script = await RoomScript.#insert(world, 'unscheduled', { lengthMs: 8 * HOUR, ...options });
    await script.open();
    return script;
  }

  open() {
    const key = `opened/${this.meeting.id}`;
    return this.world.meetings.open(this.#input(), { type: 'opened', key, door: 'api' });
  }

  /** The calendar was read again, and says so. */
  async calendarSays(about: Partial<TimeRange & { title: string }>): Promise<void> {
    const { title, startMs, endMs } = this.meeting;
    const event = calendarEvent(randomUUID(), (this.#saidMs += 1), { title, startMs, endMs, ...about });
    await this.world.meetings.appear(this.#input(), event);
  }

  async calendarRemoves(): Promise<void> {
    await this.world.meetings.tell(this.uid, calendarEventRemoved(randomUUID(), (this.#saidMs += 1)));
  }

  async enter(who: string): Promise<void> {
    await this.presence('joined', who);
    await this.until((now) => now.video.present.includes(who));
  }

  /** @returns since when nobody is inside; 0 when somebody still is */
  async leave(who: string): Promise<number> {
    await this.presence('left', who);
    const { video } = await this.until((now) => !now.video.present.includes(who));
    return video.emptySinceMs ?? 0;
  }

  /** How often a video room was made for it. */
  get timesOpened(): number {
    return this.world.video.opened.filter((id) => id === this.meeting.id).length;
  }

  get timesClosed(): number {
    return this.world.video.closed.filter((id) => id === this.meeting.id).length;
  }

  /** Lets time pass until the given instant. */
  async passUntil(atMs: number): Promise<void> {
    await this.world.pass(atMs - (await this.world.nowMs()));
  }

  /** Waits for its end; the server's clock may run on meanwhile. */
  async closedMs(): Promise<number> {
    await this.handle.result();
    return (await this.handle.describe()).closeTime?.getTime() ?? 0;
  }

  /** The row as it is now. */
  async row(): Promise<RoomMeeting & { present: string[] }> {
    const { id, tenantId } = this.meeting;
    const row = await roomMeetingById(this.world.database, tenantId, id);
    const people = await this.world
      .database('meetings')
      .where({ id })
      .first<{ present: string[] }>('present');
    return { ...row!, ...people };
  }

  #input() {
    return meetingInputOf(this.meeting, { room: this.#timings });
  }
}
