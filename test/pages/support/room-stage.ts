import { randomUUID } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { insertRoomMeeting, type RoomMeeting } from '../../../adapters/postgres/rooms/meetings.ts';
import { meetingInputOf } from '../../../domain/meeting/room-input.ts';
import type { Room } from '../../../adapters/postgres/rooms/rooms.ts';
import { startWholeApi, type WholeApi } from '../../api/support/served-api.ts';
import { ownerCookie } from '../../support/room-owner.ts';
import { insertEvent, insertRoom, type Attendee } from './room-rows.ts';

const TIMINGS = { readyBeforeMs: 60_000, graceMs: 900_000, forceCloseMs: 1_800_000 };

export const INVITED: Attendee[] = [
  { email: 'ada@invited.example', name: 'Ada Lovelace', partstat: 'ACCEPTED' },
  { email: 'charles@invited.example', name: null, partstat: 'NEEDS-ACTION' },
];
export const DESCRIPTION = 'The agenda is at https://wiki.example/agenda?token=agenda-secret';

/** A room before real workflows, whose calendar is told by the test itself. */
export class RoomStage {
  readonly api: WholeApi;
  readonly room: Room;

  private constructor(api: WholeApi, room: Room) {
    this.api = api;
    this.room = room;
  }

  static async start(): Promise<RoomStage> {
    const api = await startWholeApi();
    return new RoomStage(api, await insertRoom(api.knex, api.tenant.id));
  }

  /** Another room of the same house. */
  async anotherRoom(): Promise<RoomStage> {
    return new RoomStage(this.api, await insertRoom(this.api.knex, this.api.tenant.id));
  }

  get path(): string {
    return `/room/${this.room.name}`;
  }

  /** The calendar has an event that starts so long from now. */
  async event(startsInMs: number, title = 'Weekly planning'): Promise<RoomMeeting> {
    const startMs = Date.now() + startsInMs;
    const meeting = await insertRoomMeeting(this.api.knex, {
      id: randomUUID(),
      tenantId: this.room.tenantId,
      roomId: this.room.id,
      source: 'feed',
      title,
      startMs,
      endMs: startMs + 3_600_000,
    });
    await insertEvent(this.api.knex, this.room, {
      title,
      start: new Date(startMs),
      end: new Date(meeting.endMs),
      description: DESCRIPTION,
      location: 'Library',
      attendees: INVITED,
      meetingId: meeting.id,
    });
    await this.says(meeting, startMs);
    return meeting;
  }

  /** The calendar says when the event is. */
  says(meeting: RoomMeeting, startMs: number): Promise<void> {
    const input = meetingInputOf(meeting, { room: TIMINGS });
    return this.api.world.meetings.appear(input, {
      type: 'calendar-event',
      key: `calendar/${randomUUID()}`,
      door: 'room',
      title: meeting.title,
      startMs,
      endMs: startMs + 3_600_000,
      saidMs: Date.now(),
    });
  }

  /** The calendar has the event no more. */
  removes(meeting: RoomMeeting): Promise<void> {
    return this.api.world.meetings.tell(meeting.uid, {
      type: 'calendar-event-removed',
      key: `removed/${randomUUID()}`,
      door: 'room',
      saidMs: Date.now(),
    });
  }

  async signIn(context: BrowserContext): Promise<void> {
    const cookie = await ownerCookie(this.api.knex, this.room, Date.now());
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: this.api.url }]);
  }
}
