import type { Logger } from 'pino';
import type { Config } from '../../config/index.ts';
import { hideAddresses } from '../../domain/meeting/privacy.ts';
import { entranceUrl, type Guest } from './entrance.ts';

/** The video room's address for a guest; without what the service would call them, where it cannot say so now. */
export async function guestEntrance(
  { config, log }: { config: Pick<Config, 'video'>; log: Pick<Logger, 'warn'> },
  videoUrl: string,
  { participantId, name }: Guest,
): Promise<string> {
  // Some programs fill in an address as the name; nobody who meets learns one.
  const guest = { participantId, name: name && hideAddresses(name) };
  try {
    return await entranceUrl(config.video, videoUrl, guest);
  } catch (error) {
    // Presence is worth less than coming in.
    log.warn({ err: error }, 'the video service gave no token for a guest');
    return videoUrl;
  }
}
