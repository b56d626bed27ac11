import { describe, expect, it } from 'vitest';
import { growthOfFourfold } from '../../support/growth.ts';
import { PARSERS } from './parsers.ts';
import { SHAPES } from './shapes.ts';

/** Four times as much is four times the work, with some room for a noisy machine; quadratic would be 16. */
const LIMIT = 6;
const MOST = 240_000;

describe.each(PARSERS)('$name takes work in proportion to', ({ reads, parse, most = MOST }) => {
  it.each(SHAPES.filter(({ content }) => reads.includes(content)))('$content: $name', async ({ make }) => {
    expect(await growthOfFourfold({ make, work: parse, most, limit: LIMIT })).toBeLessThanOrEqual(LIMIT);
  });
});
