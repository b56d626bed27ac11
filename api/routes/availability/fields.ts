import type { Actor } from '../../../policies/actor.ts';
import { dayText, id, z } from '../fields.ts';
import { namedBy } from '../named-by.ts';

export const resource = 'Availability' as const;
export const auth = { kind: 'key-or-session' } as const;

export const memberParams = z.object({ principalId: id() });

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.uuid().optional().openapi({ description: '`next` of the page before.' }),
};
export const next = () =>
  z.string().nullable().openapi({ description: 'For `after`; null: there are no more.' });

export const memberNamed = (actor: Actor, { principalId }: { principalId: string }) =>
  namedBy(actor, principalId, 'The member');

/** What lasts from one day to another. */
export const presentSpan = ({
  id,
  firstDay,
  lastDay,
}: {
  id: string;
  firstDay: number;
  lastDay: number;
}) => ({
  id,
  firstDay: dayText(firstDay),
  lastDay: dayText(lastDay),
});
