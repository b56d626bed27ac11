import { createHmac } from 'node:crypto';
import { deriveKey } from '../secrets/sealing.ts';

/** What a meeting's room is called at a video service that lets us choose: the same each time. */
export type RoomNames = (meetingId: string) => string;

/**
 * Names that nobody can guess. A meeting's id stands in its join links, and at a service where a name is all that it takes
 * to enter, whoever has seen one would be inside. 128 bits of an HMAC with a key of the installation's own.
 *
 * @param secretKey 32 bytes in base64
 */
export function createRoomNames(secretKey: string): RoomNames {
  const key = deriveKey(secretKey, 'parley video rooms');
  return (meetingId) => `parley-${createHmac('sha256', key).update(meetingId).digest('hex').slice(0, 32)}`;
}
