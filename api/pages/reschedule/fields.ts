import type { TimeRange } from '../../../domain/meeting/state.ts';
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

export const NOTE_LIMIT = 2000;

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
): { time: TimeRange; errors: [] } | { time: null; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const startMs = readStart(fields, zone, errors);
  if (startMs !== null && startMs <= nowMs) {
    errors.push({ field: 'date', text: 'This time has passed. Please choose one in the future.' });
  }
  const minutes = /^\d{1,5}$/.test(fields.minutes) ? Number(fields.minutes) : 0;
  if (minutes === 0) errors.push({ field: 'minutes', text: 'Please choose how long the meeting lasts.' });
  if (fields.note.length > NOTE_LIMIT) {
    errors.push({
      field: 'note',
      text: `The note has ${fields.note.length} characters. Please shorten it to ${NOTE_LIMIT}.`,
    });
  }
  if (startMs === null || errors.length > 0) return { time: null, errors };
  return { time: { startMs, endMs: startMs + minutes * MINUTE_MS }, errors: [] };
}

function readStart(fields: ProposalFields, zone: string, errors: FieldError[]): number | null {
  const start = resolveLocal(fields, zone);
  if (start.kind === 'instant') return start.ms;
  if (start.kind === 'gap') {
    errors.push({
      field: 'time',
      text:
        `${fields.time} does not exist on this day, because the clocks go forward. ` +
        `The nearest time is ${start.suggestion.time}.`,
    });
    return null;
  }
  const dateIsRight = resolveLocal({ date: fields.date, time: '12:00' }, zone).kind !== 'invalid';
  if (!dateIsRight) errors.push({ field: 'date', text: 'Please choose a date.' });
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(fields.time)) {
    errors.push({ field: 'time', text: 'Please choose a time.' });
  }
  return null;
}
