import type { Clock } from '../activities/clock.ts';

export const systemClock: Clock = { nowMs: () => Date.now() };
