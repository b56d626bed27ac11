import { email, instant, z } from '../fields.ts';

const uid = () => z.string().min(1).max(255);

export const sendBody = z
  .strictObject({
    uid: uid(),
    attendeeEmail: email(),
    startUtc: instant(),
    endUtc: instant(),
    sequence: z.int().min(0).max(2_147_483_646),
  })
  .openapi('CalendarMessageRequest');

export const sendCancelBody = z
  .strictObject({ uid: uid(), attendeeEmail: email() })
  .openapi('CalendarCancelRequest');

export const sentMessage = z
  .strictObject({
    uid: z.string(),
    attendeeEmail: z.string(),
    method: z.enum(['REQUEST', 'CANCEL']),
    sequence: z.int().min(0),
    messageId: z.string(),
    state: z
      .enum(['prepared', 'sent', 'failed', 'delivered', 'bounced', 'deferred'])
      .openapi({ description: 'prepared and deferred: it is being sent.' }),
  })
  .openapi('CalendarMessage');
