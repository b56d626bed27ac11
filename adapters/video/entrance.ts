import { z } from 'zod';
import type { Config } from '../../config/index.ts';
import { DAILY_BASE_URL } from './daily.ts';
import { callVideoService } from './http.ts';

/** Somebody who goes into a video room. */
export interface Guest {
  /** What the service's reports call them, where it sends any. */
  participantId: string;
  name?: string | undefined;
}

/** A day: longer than any meeting. */
const TOKEN_LIVES_SECONDS = 24 * 3600;
const token = z.object({ token: z.string() });

/**
 * The video room's address for one guest: with their name, and with what its reports tell us about them, as each
 * service takes it. Daily takes it in a token that it makes (docs.daily.co, REST API: meeting tokens), Whereby in the
 * address (docs.whereby.com: URL parameters); Jitsi sends no reports.
 *
 * @throws VideoServiceError when Daily does not make the token
 */
export async function entranceUrl(video: Config['video'], videoUrl: string, guest: Guest): Promise<string> {
  const url = new URL(videoUrl);
  switch (video.provider) {
    case 'jitsi':
      if (guest.name !== undefined)
        url.hash = `userInfo.displayName=${encodeURIComponent(JSON.stringify(guest.name))}`;
      break;
    case 'whereby':
      if (guest.name !== undefined) url.searchParams.set('displayName', guest.name);
      if (video.webhookSecret !== undefined) url.searchParams.set('externalId', guest.participantId);
      break;
    case 'daily':
      if (video.webhookSecret !== undefined) url.searchParams.set('t', await dailyToken(video, url, guest));
      else if (guest.name !== undefined) url.searchParams.set('userName', guest.name);
  }
  return url.href;
}

async function dailyToken(
  { apiKey = '', baseUrl = DAILY_BASE_URL }: Config['video'],
  room: URL,
  { participantId, name }: Guest,
): Promise<string> {
  const properties = {
    room_name: room.pathname.split('/').at(-1),
    user_id: participantId,
    ...(name === undefined ? {} : { user_name: name }),
    exp: Math.ceil(Date.now() / 1000) + TOKEN_LIVES_SECONDS,
  };
  const made = await callVideoService(
    { method: 'POST', url: `${baseUrl}/meeting-tokens`, apiKey, body: { properties } },
    token,
  );
  if (!made) throw new Error('Daily did not make the token');
  return made.token;
}
