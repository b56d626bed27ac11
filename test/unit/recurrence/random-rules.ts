/** A rule and its DTSTART, as a local time. */
export interface RandomRule {
  rule: string;
  start: string;
  zone: 'UTC' | 'America/New_York' | 'Europe/Berlin' | 'Australia/Lord_Howe' | 'Asia/Kathmandu';
}

const FREQUENCIES = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'] as const;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const ZONES: RandomRule['zone'][] = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A rule that RFC 5545 §3.3.10 allows, with any of its parts; most of them have few. */
export function randomRule(random: () => number): RandomRule {
  const below = (limit: number) => Math.floor(random() * limit);
  const some = <T>(most: number, make: () => T) => [
    ...new Set(Array.from({ length: 1 + below(most) }, make)),
  ];
  const signed = (most: number) => (1 + below(most)) * (random() < 0.3 ? -1 : 1);
  const freq = FREQUENCIES[Math.floor(Math.sqrt(random()) * -7 + 7)] ?? 'DAILY';
  const level = FREQUENCIES.indexOf(freq);
  const parts = [`FREQ=${freq}`];
  const maybe = (chance: number, name: string, values: () => (string | number)[]) => {
    if (random() < chance) parts.push(`${name}=${values().sort(ascending).join(',')}`);
  };
  maybe(0.5, 'INTERVAL', () => [1 + below(level > 3 ? 50 : 6)]);
  maybe(level > 3 ? 0.05 : 0.3, 'BYMONTH', () => some(4, () => 1 + below(12)));
  const weeks = level === 0 && random() < 0.15;
  if (weeks) maybe(1, 'BYWEEKNO', () => some(3, () => signed(53)));
  if (level === 0 || level > 3) maybe(level > 3 ? 0.02 : 0.12, 'BYYEARDAY', () => some(4, () => signed(366)));
  if (level !== 2) maybe(level > 3 ? 0.05 : 0.2, 'BYMONTHDAY', () => some(4, () => signed(31)));
  maybe(weeks ? 0.9 : 0.4, 'BYDAY', () => {
    const numbered = level < 2 && !weeks && random() < 0.5;
    const most = level === 0 && !parts.some((part) => part.startsWith('BYMONTH=')) ? 53 : 5;
    return some(3, () => `${numbered ? signed(most) : ''}${WEEKDAYS[below(7)]}`);
  });
  maybe(0.15, 'BYHOUR', () => some(3, () => below(24)));
  maybe(0.15, 'BYMINUTE', () => some(3, () => below(60)));
  maybe(0.1, 'BYSECOND', () => some(3, () => below(60)));
  if (parts.some((part) => /^BY/.test(part))) maybe(0.15, 'BYSETPOS', () => some(2, () => signed(4)));
  maybe(0.2, 'WKST', () => [WEEKDAYS[below(7)] ?? 'MO']);
  if (random() < 0.3) parts.push(`COUNT=${1 + below(40)}`);
  else if (random() < 0.3)
    parts.push(`UNTIL=${2009 + below(30)}${two(1 + below(12))}${two(1 + below(28))}T${two(below(24))}0000Z`);
  const start = `${1996 + below(12)}-${two(1 + below(12))}-${two(1 + below(28))}T${two(below(24))}:${two(below(4) * 15)}:00`;
  return { rule: parts.join(';'), start, zone: ZONES[below(ZONES.length)] ?? 'UTC' };
}

/** Some libraries give the instances of a day in the order of the list. */
const ascending = (one: number | string, other: number | string): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : 0;

const two = (number: number) => String(number).padStart(2, '0');
