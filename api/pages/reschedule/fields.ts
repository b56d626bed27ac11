import type { Translate, Wording } from '../../../adapters/texts/texts.ts';
import { LONGEST_NOTE } from '../../../commands/links/propose-by-link.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { localOf, resolveLocal } from '../time/local.ts';

export type FieldName = 'date' | 'time' | 'minutes' | 'note';

/** What stands in the form's fields, as typed. */
export interface ProposalFields {
  date: string;
  time: string;
  minutes: string;
  note: string;
}

export interface FieldError {
  field: FieldName;
  text: string;
}

const MINUTE_MS = 60_000;

/** The fields as they stand before anybody has typed: a time, in a zone. */
export function fieldsOf(time: TimeRange, zone: string, note = ''): ProposalFields {
  const minutes = Math.max(1, Math.round((time.endMs - time.startMs) / MINUTE_MS));
  return { ...localOf(time.startMs, zone), minutes: String(minutes), note };
}

/** The fields that a form sent. */
export const fieldsFrom = (form: URLSearchParams): ProposalFields => ({
  date: (form.get('date') ?? '').trim(),
  time: (form.get('time') ?? '').trim().slice(0, 5),
  minutes: (form.get('minutes') ?? '').trim(),
  note: (form.get('note') ?? '').replaceAll('\r\n', '\n').trim(),
});

/**
 * The fields shown in another zone: a time that the reader has not touched keeps its instant,
 * one that the reader typed keeps its numbers.
 */
export function inZone(
  fields: ProposalFields,
  from: string,
  to: string,
  untouched: TimeRange,
): ProposalFields {
  const before = localOf(untouched.startMs, from);
  const touched = fields.date !== before.date || fields.time !== before.time;
  return touched ? fields : { ...fields, ...localOf(untouched.startMs, to) };
}

/** The time that the fields mean in a zone, or what is wrong with each of them. */
export function readFields(
  fields: ProposalFields,
  zone: string,
  nowMs: number,
  { t }: Wording,
): { time: TimeRange; errors: [] } | { time: null; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const startMs = readStart(fields, zone, errors, t);
  if (startMs !== null && startMs <= nowMs) {
    errors.push({ field: 'date', text: t('page.reschedule.error.past') });
  }
  const minutes = /^\d{1,5}$/.test(fields.minutes) ? Number(fields.minutes) : 0;
  if (minutes === 0) errors.push({ field: 'minutes', text: t('page.reschedule.error.length') });
  if (fields.note.length > LONGEST_NOTE) {
    errors.push({
      field: 'note',
      text: t('page.reschedule.error.note', { length: fields.note.length, limit: LONGEST_NOTE }),
    });
  }
  if (startMs === null || errors.length > 0) return { time: null, errors };
  return { time: { startMs, endMs: startMs + minutes * MINUTE_MS }, errors: [] };
}

function readStart(fields: ProposalFields, zone: string, errors: FieldError[], t: Translate): number | null {
  const start = resolveLocal(fields, zone);
  if (start.kind === 'instant') return start.ms;
  if (start.kind === 'gap') {
    errors.push({
      field: 'time',
      text: t('page.reschedule.error.gap', { time: fields.time, nearest: start.suggestion.time }),
    });
    return null;
  }
  const dateIsRight = resolveLocal({ date: fields.date, time: '12:00' }, zone).kind !== 'invalid';
  if (!dateIsRight) errors.push({ field: 'date', text: t('page.reschedule.error.date') });
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(fields.time)) {
    errors.push({ field: 'time', text: t('page.reschedule.error.time') });
  }
  return null;
}
