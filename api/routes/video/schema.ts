import { z } from '../fields.ts';

const id = z.string().min(1).max(200);
const name = z.string().max(500).nullish();

/** Of a webhook of Daily's (docs.daily.co, REST API: webhooks), which has more fields and gets new ones. */
export const dailyEvent = z
  .object({
    type: z.string(),
    payload: z
      .object({ room: id, session_id: id, user_id: id.nullish(), user_name: name })
      .partial()
      .optional(),
    /** Seconds since 1970. */
    event_ts: z.number().positive().max(1e11).optional(),
  })
  .openapi('DailyEvent');

/** Of a webhook of Whereby's (docs.whereby.com: webhooks). */
export const wherebyEvent = z
  .object({
    id: id.optional(),
    type: z.string(),
    createdAt: z.iso.datetime({ offset: true }).optional(),
    data: z
      .object({ meetingId: id, externalId: id.nullish(), participantId: id.nullish(), displayName: name })
      .partial()
      .optional(),
  })
  .openapi('WherebyEvent');

export const reportTaken = z.strictObject({ taken: z.boolean() }).openapi('VideoReportTaken');
