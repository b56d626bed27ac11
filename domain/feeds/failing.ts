import type { Instant } from '../time/instant.ts';

const DAY_MS = 86_400_000;

/** Whoever owns a feed is told by mail, once, when it has been failing since this time or longer. */
export const toldWhenFailingSince = (nowMs: Instant): Instant => nowMs - DAY_MS;
