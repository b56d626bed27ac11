import type { Actor } from '../../../policies/actor.ts';
import type { DaysOwner } from '../../../queries/availability.ts';
import { day, id, z } from '../fields.ts';
import { namedBy } from '../named-by.ts';
import { memberNamed, memberParams, pageQuery } from './fields.ts';

/** Where the days of a member are, and where those of an event type alone. */
export interface DaysDoor {
  path: '/api/principals/{principalId}' | '/api/event-types/{eventTypeId}';
  /** Ends the names of its operations. */
  of: '' | 'OfEventType';
  /** As in “of a member”. */
  whose: string;
  params: z.ZodObject<Record<string, z.ZodString>>;
  /** @throws NotPermitted for what cannot be an id */
  owner: (actor: Actor, params: Readonly<Record<string, string>>) => DaysOwner;
}

export const MEMBER: DaysDoor = {
  path: '/api/principals/{principalId}',
  of: '',
  whose: 'a member',
  params: memberParams,
  owner: (actor, { principalId = '' }) => ({ kind: 'principal', ...memberNamed(actor, { principalId }) }),
};

export const EVENT_TYPE: DaysDoor = {
  path: '/api/event-types/{eventTypeId}',
  of: 'OfEventType',
  whose: 'an event type',
  params: z.object({ eventTypeId: id() }),
  owner: (actor, { eventTypeId = '' }) => ({
    kind: 'event-type',
    ...namedBy(actor, eventTypeId, 'The event type'),
  }),
};

export const daysQuery = z.strictObject({
  from: day()
    .optional()
    .openapi({ description: 'What is over before this day is left out; today when absent.' }),
  ...pageQuery,
});
