import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Clock } from '../../../activities/clock.ts';
import type { RoomChanges } from '../../../adapters/postgres/rooms/changes.ts';
import { standingOf } from './standing.ts';
import { RoomStreams } from './streams.ts';

/** The event streams of room pages, told by the database. */
export const createRoomStreams = ({
  knex,
  clock,
  ...rest
}: {
  knex: Knex;
  clock: Clock;
  log: Logger;
  changes: RoomChanges;
  mostPerClient?: number;
  mostPerRoom?: number;
}): RoomStreams =>
  new RoomStreams({
    ...rest,
    read: ({ roomId, meetingId }) => standingOf(knex, roomId, meetingId, clock.nowMs()),
  });
