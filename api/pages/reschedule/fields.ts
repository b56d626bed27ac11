import { z } from 'zod';
import type { Translate, Wording } from '../../../adapters/texts/texts.ts';
import { LONGEST_NOTE } from '../../../commands/links/propose-by-link.ts';
import type { Instant, TimeRange } from '../../../domain/time/instant.ts';
import { defineForm } from '../forms/define-form.ts';
import { typedDate, typedTime } from '../forms/typed-fields.ts';
import { checked, type Checked } from '../forms/submitted.ts';
import { localOf, resolveLocal } from '../time/local.ts';

/** Its fields, as typed; what they mean depends on a zone. */
export const PROPOSAL_FORM = defineForm(
  z.object({
    date: typedDate(),
    time: typedTime(),
    minutes: z.string().default(''),
    note: z.string().meta({ maxLength: LONGEST_NOTE }).default(''),
  }),
);

export type ProposalFields = z.output<typeof PROPOSAL_FORM.schema>;

const MINUTE_MS = 60_000;

/** The fields as they stand before anybody has typed: a time, in a zone. */
export function fieldsOf(time: TimeRange, zone: string, note = ''): ProposalFields {
  const minutes = Math.max(1, Math.round((time.endMs - time.startMs) / MINUTE_MS));
  return { ...localOf(time.startMs, zone), minutes: String(minutes), note };
}

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
export const readFields = (
  fields: ProposalFields,
  zone: string,
  nowMs: Instant,
  { t }: Wording,
): Checked<TimeRange, ProposalFields> => checked(timeIn(zone, nowMs, t), fields, (issue) => issue.message);

const timeIn = (zone: string, nowMs: Instant, t: Translate) =>
  PROPOSAL_FORM.schema.transform((fields, ctx): TimeRange => {
    const refuse: Refuse = (field, message) => ctx.addIssue({ code: 'custom', path: [field], message });
    const startMs = readStart(fields, zone, refuse, t);
    if (startMs !== null && startMs <= nowMs) refuse('date', t('page.reschedule.error.past'));
    const minutes = /^\d{1,5}$/.test(fields.minutes) ? Number(fields.minutes) : 0;
    if (minutes === 0) refuse('minutes', t('page.reschedule.error.length'));
    const { length } = fields.note;
    if (length > LONGEST_NOTE)
      refuse('note', t('page.reschedule.error.note', { length, limit: LONGEST_NOTE }));
    return startMs === null ? z.NEVER : { startMs, endMs: startMs + minutes * MINUTE_MS };
  });

type Refuse = (field: keyof ProposalFields, words: string) => void;

function readStart(fields: ProposalFields, zone: string, refuse: Refuse, t: Translate): Instant | null {
  const start = resolveLocal(fields, zone);
  if (start.kind === 'instant') return start.ms;
  if (start.kind === 'gap') {
    refuse('time', t('page.reschedule.error.gap', { time: fields.time, nearest: start.suggestion.time }));
    return null;
  }
  const dateIsRight = resolveLocal({ date: fields.date, time: '12:00' }, zone).kind !== 'invalid';
  if (!dateIsRight) refuse('date', t('page.reschedule.error.date'));
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(fields.time)) refuse('time', t('page.reschedule.error.time'));
  return null;
}
