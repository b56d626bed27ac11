/** A service lets a room go by itself in the end, should it never hear from us again. */
export const EXPIRES_AFTER_END_MS = 24 * 3_600_000;
/** People stay for a while after the end; a room that would go sooner is not enough. */
export const NEEDED_AFTER_END_MS = 2 * 3_600_000;
