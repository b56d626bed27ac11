import { expect } from 'vitest';

/** The server's clock runs on by a moment between a timer and what it leads to. */
export function expectAbout(atMs: number, wantedMs: number): void {
  expect(atMs).toBeGreaterThanOrEqual(wantedMs);
  expect(atMs).toBeLessThan(wantedMs + 60_000);
}
