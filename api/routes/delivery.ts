import { DELIVERY_STATUSES } from '../../domain/delivery/delivery-status.ts';
import { CALENDAR_METHODS, MESSAGE_KINDS } from '../../domain/meeting/message-spec.ts';
import type { AnswerView } from '../../queries/meetings.ts';
import { instantOut, isoOrNull, z } from './fields.ts';

const problem = z
  .strictObject({
    code: z.string().openapi({
      description: 'An SMTP code, or a stable word such as “server-down” or “given-up”.',
      example: '450',
    }),
    words: z.string().openapi({ description: 'What the mail server said, without addresses.' }),
    since: instantOut()
      .nullable()
      .openapi({ description: 'Since when it is put off; null: it is tried no more.' }),
    nextAttemptAt: instantOut().nullable(),
  })
  .nullable()
  .openapi({ description: 'Why it has not been taken by the mail server; null: nothing is wrong.' });

/** How the newest message to somebody fares; null: none was sent. */
export const delivery = () =>
  z
    .strictObject({
      status: z.enum(DELIVERY_STATUSES).openapi({
        description:
          '`prepared` and `deferred`: it is being sent. `delivered` and `bounced`: so it was reported. `failed`: given up. `lapsed`: it was of no use any more.',
      }),
      kind: z.enum(MESSAGE_KINDS),
      method: z
        .enum(CALENDAR_METHODS)
        .nullable()
        .openapi({ description: 'RFC 5546; null: mail for people.' }),
      sequence: z.int(),
      sentAt: instantOut().nullable(),
      problem,
    })
    .nullable()
    .openapi({ description: 'How the newest message to them fares; null: none was sent.' });

export const presentDelivery = (view: AnswerView['delivery']): z.input<ReturnType<typeof delivery>> =>
  view && {
    ...view,
    sentAt: isoOrNull(view.sentAt),
    problem: view.problem && {
      ...view.problem,
      since: isoOrNull(view.problem.since),
      nextAttemptAt: isoOrNull(view.problem.nextAttemptAt),
    },
  };
