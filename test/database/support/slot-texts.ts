import type { OfferedSlot } from '../../../domain/booking/offer.ts';

/** Slots to be compared: when each begins, and how many seats it has left. */
export const textsOf = (slots: OfferedSlot[]): string[] =>
  slots.map(({ startMs, seatsLeft }) => `${new Date(startMs).toISOString()} ${seatsLeft ?? ''}`);
