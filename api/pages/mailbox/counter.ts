import { z } from 'zod';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { defineForm } from '../forms/define-form.ts';
import { checked, typedIn, type Checked } from '../forms/submitted.ts';
import { typedDate, typedTime } from '../forms/typed-fields.ts';
import { resolveLocal } from '../time/local.ts';
import { isZone } from '../time/zone.ts';

/** Proposes a new time. */
export const COUNTER_FORM = defineForm(z.object({ date: typedDate(), time: typedTime() }));

const NO_TIME = 'Please choose a day and a time. They have to exist in the chosen zone.';

/** The time that the form means in its zone, as long as the present one. */
export function readCounter(form: URLSearchParams, present: TimeRange): Checked<TimeRange> {
  const zone = form.get('zone');
  const timeIn = COUNTER_FORM.schema.transform((local, ctx): TimeRange => {
    const start = resolveLocal(local, isZone(zone) ? zone : 'UTC');
    if (start.kind === 'instant') {
      return { startMs: start.ms, endMs: start.ms + (present.endMs - present.startMs) };
    }
    ctx.addIssue({ code: 'custom', path: ['date'], message: NO_TIME });
    return z.NEVER;
  });
  return checked(timeIn, typedIn(form), (issue) => issue.message);
}
