import { z } from 'zod';

/** Of mails, and of alarms: more of either is noise. */
export const MOST_REMINDERS = 5;
/** Four weeks, in minutes. */
export const LONGEST_BEFORE = 4 * 7 * 24 * 60;

const NONE = 'none';

/** When people are reminded, as it is typed: minutes before the start with commas between, or `none`. */
export const reminderMinutes = () =>
  z
    .string()
    .transform((text) => (text.trim() === NONE ? [] : text.split(',').map((item) => item.trim())))
    .refine(
      (items) => items.length <= MOST_REMINDERS && items.every(isMinutes),
      `must be none, or at most ${MOST_REMINDERS} whole numbers of minutes from 1 to ${LONGEST_BEFORE}, with commas between`,
    )
    .transform((items): readonly number[] => items.map(Number));

const isMinutes = (text: string): boolean =>
  /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= LONGEST_BEFORE;
