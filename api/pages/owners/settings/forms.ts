import { z } from 'zod';
import { LONGEST_FEED_URL } from '../../../../adapters/feeds/feed-url.ts';
import { FEED_INTERVALS } from '../../../../domain/feeds/intervals.ts';
import { LONGEST_ROOM_NAME } from '../../../../domain/rooms/name.ts';
import { roomName } from '../../../routes/principals/schema.ts';
import { email } from '../../../routes/fields.ts';
import { defineForm } from '../../forms/define-form.ts';
import { typedLine } from '../../forms/typed-fields.ts';
import { isZone } from '../../time/zone.ts';

/** The room’s calendar. What cannot have been chosen stays as it is. */
export const FEED_FORM = defineForm(
  z.object({
    /** Empty: the present one. */
    icsUrl: z.string().meta({ maxLength: LONGEST_FEED_URL }).default(''),
    interval: z.coerce.number().pipe(z.literal(FEED_INTERVALS)).optional().catch(undefined),
    enabled: z
      .string()
      .optional()
      .transform((box) => box === 'yes'),
    /** What becomes of the planned meetings; absent: that was not asked yet. */
    planned: z.enum(['keep', 'cancel']).catch('keep').optional(),
  }),
);

/** The room itself. */
export const ROOM_FORM = defineForm(
  z.object({
    name: roomName().meta({ maxLength: LONGEST_ROOM_NAME }),
    ownerName: typedLine(200),
    zone: z
      .string()
      .optional()
      .transform((zone) => (isZone(zone) ? zone : undefined)),
  }),
);

/** To whom the room is offered. */
export const GIVE_FORM = defineForm(z.object({ email: email() }));
