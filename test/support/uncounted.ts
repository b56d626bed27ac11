import type { Counted } from '../../commands/counted.ts';

/** For whoever may ask as often as they like. */
export const UNCOUNTED: Counted = { count: () => Promise.resolve(), countPlace: () => Promise.resolve() };
