import { isLoopback } from '../../config/loopback.ts';
import { DAILY_BASE_URL } from '../video/daily.ts';
import { JITSI_BASE_URL } from '../video/jitsi.ts';
import { WHEREBY_BASE_URL } from '../video/whereby.ts';
import { dateFinding } from './clock.ts';
import { found, type Finding } from './finding.ts';
import { codeOf, type Check } from './run-checks.ts';

/** Whether the address of the pages leads to this program, safely, and whether its clock is ours. */
export const pagesCheck = (publicUrl: string, nowMs: () => number): Check => ({
  part: 'pages',
  async look(signal) {
    const { protocol, hostname } = new URL(publicUrl);
    const findings: Finding[] =
      protocol === 'https:' || isLoopback(hostname) ? [] : [found('pages', 'pages-not-https')];
    const before = nowMs();
    let response: Response;
    try {
      response = await fetch(`${publicUrl}/healthz`, { signal, redirect: 'manual' });
    } catch (error) {
      return [...findings, found('pages', 'pages-unreachable', { detail: codeOf(error) })];
    }
    const clock = dateFinding('PUBLIC_URL', response.headers, { before, after: nowMs() });
    const body = (await response.text()).slice(0, 1_000);
    const isOurs = response.status === 200 && body.includes('"ok"');
    const answer = isOurs ? 'pages-fine' : 'pages-of-another';
    return [...findings, found('pages', answer, { status: response.status }), ...(clock ? [clock] : [])];
  },
});

export interface VideoSettings {
  provider: 'jitsi' | 'daily' | 'whereby';
  baseUrl?: string | undefined;
  apiKey?: string | undefined;
}

/** What is asked of each service: of those with a key, something that costs nothing and needs it. */
const ASKED: Record<VideoSettings['provider'], { base: string; path: string }> = {
  jitsi: { base: JITSI_BASE_URL, path: '' },
  daily: { base: DAILY_BASE_URL, path: '/' },
  whereby: { base: WHEREBY_BASE_URL, path: '/meetings/0' },
};

/** The service that video rooms are at, and whether it takes the key. */
export const videoCheck = ({ provider, baseUrl, apiKey }: VideoSettings): Check => ({
  part: 'video',
  async look(signal) {
    const { base, path } = ASKED[provider];
    const headers = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
    try {
      const response = await fetch(`${baseUrl ?? base}${path}`, { signal, headers, redirect: 'manual' });
      await response.body?.cancel();
      const { status } = response;
      if (provider !== 'jitsi' && (status === 401 || status === 403))
        return [found('video', 'video-key-refused', { subject: provider, detail: `HTTP ${status}` })];
      if (status >= 500)
        return [found('video', 'video-unreachable', { subject: provider, detail: `HTTP ${status}` })];
      return [found('video', 'video-fine', { subject: provider })];
    } catch (error) {
      return [found('video', 'video-unreachable', { subject: provider, detail: codeOf(error) })];
    }
  },
});
