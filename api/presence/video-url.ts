import type { Config } from '../../config/index.ts';

/** The video room's address, with the name under which somebody enters, as each provider takes it. */
export function withDisplayName(
  videoUrl: string,
  provider: Config['video']['provider'],
  name: string | undefined,
): string {
  if (name === undefined) return videoUrl;
  const url = new URL(videoUrl);
  if (provider === 'jitsi') url.hash = `userInfo.displayName=${encodeURIComponent(JSON.stringify(name))}`;
  else url.searchParams.set(provider === 'daily' ? 'userName' : 'displayName', name);
  return url.href;
}
