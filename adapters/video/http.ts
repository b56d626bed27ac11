import type { z } from 'zod';

const TIMEOUT_MS = 15_000;

/** The video service answered with an error; `status` is its HTTP status. */
export class VideoServiceError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`the video service answered ${status}`);
    this.name = 'VideoServiceError';
    this.status = status;
  }
}

/**
 * One call of a video service's JSON API.
 *
 * @returns the answer, or null when there is nothing there (404)
 * @throws VideoServiceError for any other status that is not 2xx; ZodError when the answer is not as documented
 */
export async function callVideoService<T>(
  request: { method: 'GET' | 'POST' | 'DELETE'; url: string; apiKey: string; body?: unknown },
  answer: z.ZodType<T>,
): Promise<T | null> {
  const response = await fetch(request.url, {
    method: request.method,
    headers: { authorization: `Bearer ${request.apiKey}`, 'content-type': 'application/json' },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status === 404) return null;
  if (!response.ok) throw new VideoServiceError(response.status);
  return answer.parse(response.status === 204 ? {} : await response.json());
}
