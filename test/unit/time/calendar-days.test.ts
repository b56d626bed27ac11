import { expect, it } from 'vitest';
import { dayNumber, firstDayOf, monthOf } from '../../../domain/time/calendar-days.ts';

it('every day from the year 1 to 2600 is in its month', () => {
  const first = dayNumber(1, 1, 1);
  let month = 12;
  for (let day = first; day < dayNumber(2601, 1, 1); day++) {
    if (day === firstDayOf(month + 1)) month++;
    if (monthOf(day) !== month) expect(`${day} ${monthOf(day)}`).toBe(`${day} ${month}`);
  }
  expect(month).toBe(2600 * 12 + 11);
});

it('months begin on the days that Date says', () => {
  for (let year = 100; year < 2600; year++)
    for (let month = 0; month < 12; month++)
      if (firstDayOf(year * 12 + month) !== Date.UTC(year, month, 1) / 86_400_000)
        expect([year, month, firstDayOf(year * 12 + month)]).toEqual([
          year,
          month,
          Date.UTC(year, month, 1) / 86_400_000,
        ]);
});
