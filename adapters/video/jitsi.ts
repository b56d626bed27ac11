import type { VideoRooms } from '../../activities/meeting/ports.ts';
import type { RoomNames } from './room-names.ts';

export const JITSI_BASE_URL = 'https://meet.jit.si';

/** Jitsi makes a room when the first person enters: its address is enough, and nothing has to be closed. */
export const createJitsiRooms = (nameOf: RoomNames, baseUrl = JITSI_BASE_URL): VideoRooms => ({
  open: ({ meetingId }) => Promise.resolve({ url: `${baseUrl}/${nameOf(meetingId)}` }),
  close: () => Promise.resolve(),
});
