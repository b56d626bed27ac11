import type { VideoRooms } from '../../activities/ports.ts';
import type { Config } from '../../config/index.ts';
import { createDailyRooms } from './daily.ts';
import { createJitsiRooms } from './jitsi.ts';
import { createWherebyRooms, type WherebyMeetings } from './whereby.ts';

/** The configured video service. */
export function createVideoRooms({ video }: Pick<Config, 'video'>, names: WherebyMeetings): VideoRooms {
  const options = {
    apiKey: video.apiKey ?? '',
    ...(video.baseUrl === undefined ? {} : { baseUrl: video.baseUrl }),
  };
  switch (video.provider) {
    case 'jitsi':
      return createJitsiRooms(video.baseUrl);
    case 'daily':
      return createDailyRooms(options);
    case 'whereby':
      return createWherebyRooms(options, names);
  }
}
