import type { Clock } from '../activities/ports.ts';

export const systemClock: Clock = { nowMs: () => Date.now() };
