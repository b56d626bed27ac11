import type { WeeklyHours } from '../availability/schedule.ts';

const NINE_TO_FIVE = [{ fromMinute: 540, untilMinute: 1020 }];

/** The hours of who has set none: Monday to Friday, nine to five. */
export const USUAL_WEEK: WeeklyHours = [
  [],
  NINE_TO_FIVE,
  NINE_TO_FIVE,
  NINE_TO_FIVE,
  NINE_TO_FIVE,
  NINE_TO_FIVE,
  [],
];
