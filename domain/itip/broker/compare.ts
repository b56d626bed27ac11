import type { JcalProperty } from '../../ical/parse-calendars.ts';
import { parameterOf } from '../../ical/jcal.ts';
import { propertyOf } from './edit.ts';
import type { Attendee, Part } from './snapshot.ts';

/** What is each one's own, or changes by itself: a change of it is told to nobody. */
const OWN = new Set([
  ...['uid', 'dtstamp', 'created', 'last-modified', 'sequence', 'transp', 'categories', 'class', 'color'],
  ...['request-status', 'organizer', 'attendee'],
]);
/** When it is; compared as instants. */
const TIMES = new Set([
  'dtstart',
  'dtend',
  'due',
  'duration',
  'recurrence-id',
  'rrule',
  'exrule',
  'rdate',
  'exdate',
]);

/** A property's name, value and parameters, without what other programs write in other words. */
function spelled([name, parameters, , ...values]: JcalProperty): string {
  const kept = Object.entries(parameters).filter(([key]) => !key.startsWith('x-') && key !== 'language');
  return JSON.stringify([name, kept.sort(([one], [other]) => (one < other ? -1 : 1)), values.map(plain)]);
}

const plain = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : value;

/**
 * What an event is about, but for its time and its people: title, place, description, STATUS and so on.
 *
 * @param butFor properties that do not count, in lower case
 */
export function contentOf({ component, status }: Part, butFor: readonly string[] = []): string {
  const said = component[1].filter(
    ([name, , , value]) =>
      !OWN.has(name) &&
      !TIMES.has(name) &&
      !name.startsWith('x-') &&
      name !== 'status' &&
      value !== '' &&
      !butFor.includes(name),
  );
  const isOn = status === 'CONFIRMED' || butFor.includes('status');
  // Without a STATUS an event is on.
  return [isOn ? '' : status, ...said.map(spelled).sort()].join('\n');
}

const ruleText = (value: unknown): string =>
  String(value)
    .toUpperCase()
    .split(';')
    .filter((one) => one !== '' && one !== 'INTERVAL=1')
    .sort()
    .join(';');

const valuesOf = (part: Part, name: string): string[] =>
  part.component[1]
    .filter((property) => property[0] === name)
    .flatMap(([, parameters, , ...values]) =>
      values.map((value) => JSON.stringify([parameterOf([name, parameters, ''], 'tzid'), value])),
    )
    .sort();

const rulesOf = (part: Part, name: string): string[] =>
  part.component[1]
    .filter((property) => property[0] === name)
    .map(([, , , value]) => ruleText(value))
    .sort();

/** When one instance is: its start, its end, and for a series the zone that its other instances follow. */
function timeOfPart(part: Part): string {
  const { event, startMs, endMs } = part;
  const start = propertyOf(part.component, 'dtstart');
  const recurs = event !== null && event.recurrence.rules.length + event.recurrence.dates.length > 0;
  return JSON.stringify([
    startMs,
    endMs,
    event?.start.allDay,
    event?.start.clock === null,
    recurs && start && parameterOf(start, 'tzid'),
  ]);
}

export const sameTime = (one: Part, other: Part): boolean => timeOfPart(one) === timeOfPart(other);

/**
 * Whether a change moves any instance, or makes one, so that everybody has to be asked again (RFC 6638 §3.2.8): DTSTART, DTEND,
 * DURATION, DUE; an RRULE or RDATE that adds instances; an EXDATE that gives one back.
 */
export function isRescheduled(before: Part, after: Part): boolean {
  const leftOut = new Set(exdatesOf(after));
  return isMoved(before, after) || exdatesOf(before).some((date) => !leftOut.has(date));
}

/** As `isRescheduled`, whatever is left out. */
export function isMoved(before: Part, after: Part): boolean {
  if (!sameTime(before, after)) return true;
  const dates = new Set(valuesOf(before, 'rdate'));
  return (
    valuesOf(after, 'rdate').some((date) => !dates.has(date)) ||
    addsByRule(rulesOf(before, 'rrule'), rulesOf(after, 'rrule')) ||
    String(rulesOf(before, 'exrule')) !== String(rulesOf(after, 'exrule'))
  );
}

const exdatesOf = ({ event }: Part): number[] =>
  (event?.recurrence.exDates ?? []).map(({ wall, clock }) =>
    clock ? wall - clock.offsetOfWall(wall) : wall,
  );

const END = /^(?:UNTIL|COUNT)=/;
const bodyOf = (rule: string): string =>
  rule
    .split(';')
    .filter((one) => !END.test(one))
    .join(';');
const endOfRule = (rule: string): string => rule.split(';').find((one) => END.test(one)) ?? '';

/** A rule that is the same but ends earlier adds nothing; one that went altogether leaves the first instance. */
function addsByRule(before: readonly string[], after: readonly string[]): boolean {
  return after.some((rule) => {
    if (before.includes(rule)) return false;
    return !before.some(
      (old) => bodyOf(old) === bodyOf(rule) && endsNoLater(endOfRule(rule), endOfRule(old)),
    );
  });
}

function endsNoLater(end: string, old: string): boolean {
  if (old === '') return end !== '';
  const [kind, value = ''] = end.split('=');
  const [oldKind, oldValue = ''] = old.split('=');
  if (kind !== oldKind) return false;
  return kind === 'COUNT' ? Number(value) <= Number(oldValue) : value.slice(0, 8) <= oldValue.slice(0, 8);
}

/** Whether SEQUENCE has to be raised (RFC 5546 §2.1.4): the time, the rule, what is left out, or the STATUS. */
export function isSignificant(before: Part, after: Part): boolean {
  const key = (part: Part) =>
    JSON.stringify([
      timeOfPart(part),
      ['rrule', 'exrule'].map((name) => rulesOf(part, name)),
      valuesOf(part, 'rdate'),
      exdatesOf(part).sort(),
      part.status === 'CONFIRMED' ? '' : part.status,
    ]);
  return key(before) !== key(after);
}

/** Whether the rule of a series or its first instance is another. */
export const sameSeries = (one: Part, other: Part): boolean =>
  sameTime(one, other) &&
  ['rrule', 'exrule'].every((name) => String(rulesOf(one, name)) === String(rulesOf(other, name))) &&
  String(valuesOf(one, 'rdate')) === String(valuesOf(other, 'rdate'));

/** What is said of an attendee that they, and nobody else, have to be told. */
export const roleOf = ({ property, partstat }: Attendee): string =>
  JSON.stringify([
    partstat,
    (parameterOf(property, 'role') ?? 'REQ-PARTICIPANT').toUpperCase(),
    (parameterOf(property, 'rsvp') ?? 'FALSE').toUpperCase(),
    (parameterOf(property, 'cutype') ?? 'INDIVIDUAL').toUpperCase(),
  ]);
