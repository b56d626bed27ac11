import type { Context } from 'koa';
import { expect, it } from 'vitest';
import { isForeign } from '../../../api/middleware/foreign.ts';

const asked = (headers: Record<string, string>): Context =>
  ({ get: (name: string) => ({ Host: 'parley.test:3000', ...headers })[name] ?? '' }) as unknown as Context;

it.each([
  { Origin: 'https://evil.example' },
  { Origin: 'http://parley.test' },
  { Origin: 'http://parley.test:3000.evil.example' },
  { Origin: 'http://parley.test:3000@evil.example' },
  { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://parley.test:3000' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': 'of a kind to come' },
])('%j is another site’s', (headers) => {
  expect(isForeign(asked(headers))).toBe(true);
});

it.each([
  {},
  { Origin: 'null' },
  { Origin: 'http://parley.test:3000' },
  { Origin: 'https://PARLEY.test:3000' },
  { 'Sec-Fetch-Site': 'same-origin' },
  { 'Sec-Fetch-Site': 'none' },
])('%j is not', (headers) => {
  expect(isForeign(asked(headers))).toBe(false);
});
