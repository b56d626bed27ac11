import { describe, expect, it } from 'vitest';
import { growthOfFourfold } from '../../support/growth.ts';
import { isThorough } from '../../support/rounds.ts';
import { PARSERS } from './parsers.ts';
import { SHAPES } from './shapes.ts';

/** Four times as much is four times the work, with some room for a noisy machine; quadratic would be 16. */
const LIMIT = 6;
const MOST = 240_000;

/** Thousands of pairs: but for a thorough run, each parser reads a fifth of the shapes, and each shape is read by a fifth. */
const isTaken = (parser: number, shape: number) => isThorough() || (parser + shape) % 5 === 0;

describe.each(PARSERS)('$name takes work in proportion to', (parser) => {
  const { reads, parse, most = MOST } = parser;
  const shapes = SHAPES.filter(({ content }) => reads.includes(content));
  const taken = shapes.filter((_, index) => isTaken(PARSERS.indexOf(parser), index));
  it.each(taken)('$content: $name', async ({ make }) => {
    expect(await growthOfFourfold({ make, work: parse, most, limit: LIMIT })).toBeLessThanOrEqual(LIMIT);
  });
});
