import type { Dispatcher } from 'undici';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const DEFAULT_PAUSE_MS = 60_000;

export const isRedirect = (httpStatus: number): boolean => REDIRECTS.has(httpStatus);

/** Ends its connection: nobody wants the rest. */
export function discard({ body }: Pick<Dispatcher.ResponseData, 'body'>): void {
  body.on('error', () => undefined).destroy();
}

export function headerOf(headers: Dispatcher.ResponseData['headers'], name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/**
 * How long the server wants to be left alone, in ms: Retry-After in seconds or as a date (RFC 9110 §10.2.3), a minute when a
 * 429 does not say.
 *
 * @returns null: it does not ask for it
 */
export function pauseAskedFor(
  httpStatus: number,
  retryAfter: string | undefined,
  nowMs: number,
): number | null {
  if (httpStatus !== 429 && httpStatus !== 503) return null;
  const text = retryAfter?.trim() ?? '';
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  if (!Number.isNaN(ms)) return Math.max(ms, 0);
  return httpStatus === 429 ? DEFAULT_PAUSE_MS : null;
}
