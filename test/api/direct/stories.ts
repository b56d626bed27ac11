import { expect } from 'vitest';
import { HOUR, NOW, type Answer, type TestApi } from './test-api.ts';

export const HOST = 'hanna@example.com';
export const GUEST = 'gustav@example.org';
export const START = NOW + 48 * HOUR;

export const at = (ms: number): string => new Date(ms).toISOString();

/** A body that POST create takes. */
export const newRoom = (changes: Record<string, unknown> = {}) => ({
  title: 'Piano, four hands',
  startUtc: at(START),
  endUtc: at(START + HOUR),
  host: { email: HOST, name: 'Hanna', timezone: 'Europe/Vienna' },
  ...changes,
});

export interface Made {
  roomId: string;
  uid: string;
}

/** A room that nobody has booked. */
export async function openRoom(api: TestApi, changes: Record<string, unknown> = {}): Promise<Made> {
  const answer = await api.post('/api/practice-room/create', newRoom(changes));
  expect(answer).toMatchObject({ status: 201 });
  return answer.json as unknown as Made;
}

let day = 0;

/** A booked meeting; each on another day, so that none is in another's way. */
export async function bookedRoom(api: TestApi): Promise<Made & { startMs: number; endMs: number }> {
  day += 1;
  const startMs = START + day * 24 * HOUR;
  const endMs = startMs + HOUR;
  const room = await openRoom(api, { startUtc: at(startMs), endUtc: at(endMs) });
  expect(await book(api, room.roomId)).toMatchObject({ status: 200 });
  return { ...room, startMs, endMs };
}

export const book = (api: TestApi, roomId: string, email = GUEST): Promise<Answer> =>
  api.post('/api/practice-room/book', { roomId, guest: { email, name: 'Gustav' } });

/** A problem document (RFC 9457) with this code. */
export function expectProblem(answer: Answer, status: number, code: string): void {
  expect(answer.json).toMatchObject({ code, status });
  expect(answer.status).toBe(status);
  expect(answer.type).toMatch(/^application\/problem\+json/);
  expect(answer.json).toEqual(
    expect.objectContaining({
      type: expect.stringMatching(new RegExp(`#problem-${code}$`)) as string,
      title: expect.any(String) as string,
      detail: expect.any(String) as string,
      instance: expect.stringMatching(/^urn:request:/) as string,
    }),
  );
}
