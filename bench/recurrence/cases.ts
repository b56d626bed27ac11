/** One rule and the window that is asked of it. */
export interface WindowCase {
  name: string;
  rule: string;
  /** As in DTSTART; with a Z in UTC, else in New York. */
  start: string;
  from: string;
  days: number;
}

export interface WholeCase {
  name: string;
  rule: string;
  start: string;
}

export const ZONE = 'America/New_York';

const RULES = {
  daily: 'FREQ=DAILY',
  'weekly by day': 'FREQ=WEEKLY;BYDAY=MO,WE,FR',
  'monthly by day': 'FREQ=MONTHLY;BYMONTHDAY=15',
  'monthly by position': 'FREQ=MONTHLY;BYDAY=-1FR',
  yearly: 'FREQ=YEARLY',
  'daily with count': 'FREQ=DAILY;COUNT=10000',
  'weekly with count': 'FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=3000',
};

/** Thirty days, ten years after DTSTART; and a week of a daily rule that began in 1990. */
export const FAR_WINDOWS: WindowCase[] = ['Z', ''].flatMap((suffix) => {
  const where = suffix === '' ? 'New York' : 'UTC';
  return [
    ...Object.entries(RULES).map(([name, rule]) => ({
      name: `${name}, ${where}`,
      rule,
      start: `20150612T090000${suffix}`,
      from: '2025-06-01T00:00:00Z',
      days: 30,
    })),
    {
      name: `a week of daily since 1990, ${where}`,
      rule: 'FREQ=DAILY',
      start: `19900101T090000${suffix}`,
      from: '2025-06-01T00:00:00Z',
      days: 7,
    },
  ];
});

export const WHOLE_SETS: WholeCase[] = [
  { name: 'daily × 365', rule: 'FREQ=DAILY;COUNT=365', start: '20240101T090000' },
  { name: 'weekly × 260', rule: 'FREQ=WEEKLY;COUNT=260', start: '20240101T090000' },
  { name: 'monthly × 120', rule: 'FREQ=MONTHLY;COUNT=120', start: '20240101T090000' },
  { name: 'yearly × 50', rule: 'FREQ=YEARLY;COUNT=50', start: '20240101T090000' },
];
