import type { z } from 'zod';
import type { Translate } from '../../../../adapters/texts/texts.ts';
import { MOST_LIMITS, MOST_QUESTIONS } from '../../../../domain/booking/event-type-rules.ts';
import { eventTypeChanges } from '../../../routes/event-types/schema.ts';
import type { FieldError } from '../../forms/submitted.ts';
import { UNITS, type Unit } from './fields.ts';

type Typed = Readonly<Record<string, string>>;

const listOf = (text: string | undefined): string[] =>
  (text ?? '').split(/[,;\s、]+/).filter((part) => part !== '');

/** What is no number is refused by its schema, in the words of its field. */
const number = (text: string | undefined): number | undefined =>
  text === undefined || text === '' ? undefined : Number(text.replace(',', '.'));

const duration = (value: string | undefined, unit: string | undefined): number | undefined => {
  const typed = number(value);
  return typed === undefined ? undefined : typed * UNITS[(unit ?? 'minutes') as Unit];
};

const idsIn = (typed: Typed, prefix: string): string[] =>
  Object.keys(typed).flatMap((name) =>
    name.startsWith(`${prefix} `) && typed[name] === 'yes' ? [name.slice(prefix.length + 1)] : [],
  );

/** What the fields of an event type say, for the API's schema. */
function wantedBy(typed: Typed): Record<string, unknown> {
  const isChecked = (name: string): boolean => typed[name] === 'yes';
  return {
    ...{ title: typed.title, slug: typed.slug, description: typed.description },
    lengthsMinutes: listOf(typed.lengths).map(Number),
    stepMinutes: number(typed.step) ?? null,
    bufferBeforeMinutes: number(typed.bufferBefore) ?? 0,
    bufferAfterMinutes: number(typed.bufferAfter) ?? 0,
    buffersAgainstCalendars: isChecked('buffersAgainstCalendars'),
    noticeMinutes: duration(typed.notice, typed.noticeUnit) ?? 0,
    window: windowBy(typed),
    limits: rows(typed, 'limits', MOST_LIMITS)
      .filter(({ most }) => most !== '')
      .map(({ per, of, most, length }) => ({
        ...{ per, of, most: number(most) },
        ...(length && { lengthMinutes: number(length) }),
      })),
    ...{ location: typed.location, online: isChecked('online'), roomId: typed.room || null },
    together:
      typed.together === 'some' ? { kind: 'some', count: number(typed.count) } : { kind: typed.together },
    hosts: idsIn(typed, 'host').map((principalId) => ({
      principalId,
      priority: number(typed[`priority ${principalId}`]),
      weight: number(typed[`weight ${principalId}`]),
    })),
    resourceIds: idsIn(typed, 'resource'),
    questions: rows(typed, 'questions', MOST_QUESTIONS)
      .filter(({ label }) => label !== '')
      .map(({ key, kind, label, required, options }) => ({
        ...{ kind, label, required: required === 'yes' },
        ...(key && { key }),
        ...(kind === 'choice' && { options: linesOf(options) }),
      })),
    seats: number(typed.seats) ?? 1,
    requiresApproval: isChecked('approval'),
    approvalHours: number(typed.approvalHours),
    policy: typed.policy || null,
    changeUntilMinutes: isChecked('changing') ? (duration(typed.change, typed.changeUnit) ?? 0) : null,
    reminders: {
      ...(isChecked('mailOwn') && { mailMinutesBefore: listOf(typed.mail).map(Number) }),
      ...(isChecked('alarmOwn') && { alarmMinutesBefore: listOf(typed.alarm).map(Number) }),
    },
    ...{ access: typed.access, lockedTimezone: typed.lockedZone || null },
    embedOrigins: linesOf(typed.embed),
  };
}

const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function windowBy({ window, windowDays, firstDay, lastDay }: Typed): Record<string, unknown> {
  if (window === 'days') return { days: number(windowDays) };
  if (window !== 'dates') return {};
  return { firstDay: firstDay || null, lastDay: lastDay || null };
}

const rows = (typed: Typed, list: string, most: number): Record<string, string>[] =>
  Array.from({ length: most + 1 }, (_, at) =>
    Object.fromEntries(
      ['per', 'of', 'most', 'length', 'key', 'kind', 'label', 'required', 'options'].map((field) => [
        field,
        typed[`${list}.${at}.${field}`] ?? '',
      ]),
    ),
  ).filter(({ label, most: filled }) => label !== '' || filled !== '');

/** The field of the form that a field of the API stands for, by the first of its path. */
const FIELDS: Readonly<Record<string, string>> = {
  lengthsMinutes: 'lengths',
  stepMinutes: 'step',
  bufferBeforeMinutes: 'bufferBefore',
  bufferAfterMinutes: 'bufferAfter',
  noticeMinutes: 'notice',
  roomId: 'room',
  requiresApproval: 'approval',
  changeUntilMinutes: 'change',
  lockedTimezone: 'lockedZone',
  embedOrigins: 'embed',
  resourceIds: 'hosts',
};

/** @param path of what is wrong, as the API names it */
export function fieldAt(path: readonly PropertyKey[]): string {
  const [first = '', second = '', third = ''] = path.map(String);
  if (first === 'window') return { days: 'windowDays', lastDay: 'lastDay' }[second] ?? 'firstDay';
  if (first === 'together') return 'count';
  if (first === 'reminders') return second.startsWith('mail') ? 'mail' : 'alarm';
  if (first === 'limits') return `limits.${second}.${third === 'lengthMinutes' ? 'length' : 'most'}`;
  if (first === 'questions') return `questions.${second}.${third === 'options' ? 'options' : 'label'}`;
  return FIELDS[first] ?? first;
}

const SPECIFIC = ['slug', 'lengths', 'embed', 'hosts', 'approval', 'seats', 'count', 'location'] as const;

/** What is wrong with a field, in words that help. */
export const wrongField = (field: string, t: Translate): FieldError => {
  const known = SPECIFIC.find((one) => one === field);
  if (field.endsWith('.options')) return { field, text: t('page.host.wrong.options') };
  return { field, text: t(known ? `page.host.wrong.${known}` : 'page.host.wrong.field') };
};

export type TypedChanges = z.output<typeof eventTypeChanges>;

/** The settings that the fields of an event type say, or what is wrong with them. */
export function readEventType(typed: Typed, t: Translate): TypedChanges | { errors: FieldError[] } {
  const read = eventTypeChanges.safeParse(wantedBy(typed));
  if (read.success) return read.data;
  const fields = new Set(read.error.issues.map(({ path }) => fieldAt(path)));
  return { errors: [...fields].map((field) => wrongField(field, t)) };
}
