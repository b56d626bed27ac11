import type { OfferedSlot } from '../../domain/booking/offer.ts';

/** The time cannot be booked, or no more. */
export class SlotTaken extends Error {
  /** The free slots nearest to it. */
  readonly nearest: readonly OfferedSlot[];

  constructor(nearest: readonly OfferedSlot[]) {
    super('the slot is taken');
    this.name = 'SlotTaken';
    this.nearest = nearest;
  }
}

/** Somebody holds as many times as anybody may. */
export class TooManyHolds extends Error {
  constructor() {
    super('too many holds');
    this.name = 'TooManyHolds';
  }
}

/** A hold is not of the time, or of the length, that its booking names. */
export class HoldOfAnotherTime extends Error {
  constructor() {
    super('the hold is of another time');
    this.name = 'HoldOfAnotherTime';
  }
}
