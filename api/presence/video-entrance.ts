import { entranceUrl, type Guest } from '../../adapters/video/entrance.ts';
import type { ApiDeps } from '../deps.ts';

/** The video room's address for a guest; without what the service would call them, where it cannot say so now. */
export async function videoEntrance(
  { config, log }: Pick<ApiDeps, 'config' | 'log'>,
  videoUrl: string,
  guest: Guest,
): Promise<string> {
  try {
    return await entranceUrl(config.video, videoUrl, guest);
  } catch (error) {
    // Presence is worth less than coming in.
    log.warn({ err: error }, 'the video service gave no token for a guest');
    return videoUrl;
  }
}
