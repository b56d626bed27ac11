import { MeetingNotRunning } from '../../activities/meeting/meetings.ts';
import type { CommandDeps } from '../deps.ts';

interface Presence {
  uid: string;
  participantId: string;
  /** Names this coming or going for ever. */
  key: string;
}

/** @throws MeetingNotRunning when it is over; EngineUnavailable */
export const tellJoined = (
  { meetings }: Pick<CommandDeps, 'meetings'>,
  { uid, participantId, key }: Presence,
): Promise<void> => meetings.tell(uid, { type: 'joined', key: `joined/${key}`, door: 'room', participantId });

/** A meeting that is over has nobody inside any more, so it need not hear of it. @throws EngineUnavailable */
export async function tellLeft(
  { meetings }: Pick<CommandDeps, 'meetings'>,
  { uid, participantId, key }: Presence,
): Promise<void> {
  try {
    await meetings.tell(uid, { type: 'left', key: `left/${key}`, door: 'room', participantId });
  } catch (error) {
    if (!(error instanceof MeetingNotRunning)) throw error;
  }
}
