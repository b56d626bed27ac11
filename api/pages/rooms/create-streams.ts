import type { Logger } from 'pino';
import { standingOf, type RoomChanges } from '../../../queries/room-standing.ts';
import { RoomStreams } from './streams.ts';

type StandingDeps = Parameters<typeof standingOf>[0];

/** The event streams of room pages, told by the database. */
export const createRoomStreams = ({
  knex,
  clock,
  ...rest
}: StandingDeps & {
  log: Logger;
  changes: RoomChanges;
  mostPerClient?: number;
  mostPerRoom?: number;
}): RoomStreams => new RoomStreams({ ...rest, read: (watched) => standingOf({ knex, clock }, watched) });
