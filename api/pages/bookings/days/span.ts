import type { Translate } from '../../../../adapters/texts/texts.ts';
import { spanProblem, type SpanProblem } from '../../../../domain/availability/own-days.ts';
import type { DaySpan } from '../../../../domain/availability/schedule.ts';
import { day } from '../../../routes/fields.ts';
import type { FieldError } from '../../forms/submitted.ts';

const WORDS = { 'ends-before': 'endsBefore', 'too-long': 'tooLong', past: 'past' } as const satisfies Record<
  SpanProblem,
  string
>;

/** The days of a form; where only the first is said, it is that one. Or what is wrong with them. */
export function readSpan(
  typed: Readonly<Record<string, string>>,
  nowMs: number,
  t: Translate,
): DaySpan | { errors: FieldError[] } {
  const first = day().safeParse(typed.firstDay);
  const last = day().safeParse(typed.lastDay || typed.firstDay);
  if (!first.success) return { errors: [{ field: 'firstDay', text: t('page.host.wrong.day') }] };
  if (!last.success) return { errors: [{ field: 'lastDay', text: t('page.host.wrong.day') }] };
  const span = { firstDay: first.data, lastDay: last.data };
  const problem = spanProblem(span, nowMs);
  return problem ? { errors: [{ field: 'lastDay', text: t(`page.host.wrong.${WORDS[problem]}`) }] } : span;
}
