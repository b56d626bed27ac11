import type { VideoRooms } from '../../activities/meeting/ports.ts';
import { required, type Config } from '../../config/index.ts';
import { createDailyRooms } from './daily.ts';
import { createJitsiRooms } from './jitsi.ts';
import { createRoomNames, type RoomNames } from './room-names.ts';
import { createWherebyRooms, type WherebyMeetings } from './whereby.ts';

/** The configured video service. */
export function createVideoRooms(
  config: Pick<Config, 'video' | 'secretKey'>,
  names: WherebyMeetings,
): VideoRooms {
  const { video } = config;
  const nameOf = createRoomNames(required(config, 'secretKey'));
  const options = {
    apiKey: video.apiKey ?? '',
    ...(video.baseUrl === undefined ? {} : { baseUrl: video.baseUrl }),
  };
  switch (video.provider) {
    case 'jitsi':
      return createJitsiRooms(nameOf, video.baseUrl);
    case 'daily':
      return rememberingNames(createDailyRooms({ ...options, nameOf }), nameOf, names);
    case 'whereby':
      return createWherebyRooms(options, names);
  }
}

/** So that the service's reports, which name a room, find its meeting. */
const rememberingNames = (rooms: VideoRooms, nameOf: RoomNames, names: WherebyMeetings): VideoRooms => ({
  ...rooms,
  async open(room) {
    await names.remember(room.meetingId, nameOf(room.meetingId));
    return rooms.open(room);
  },
});
