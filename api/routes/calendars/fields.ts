import type { Actor } from '../../../policies/actor.ts';
import { id, z } from '../fields.ts';
import { namedBy } from '../named-by.ts';

export const resource = 'Calendars' as const;
/** Keys need the scope `calendars` for all of them. */
export const auth = { kind: 'key-or-session', action: 'calendars.change' } as const;

export const principalParams = z.object({ principalId: id() });
export const calendarParams = z.object({ calendarId: id() });

export const principalNamed = (actor: Actor, { principalId }: { principalId: string }) =>
  namedBy(actor, principalId, 'The principal');
export const calendarNamed = (actor: Actor, { calendarId }: { calendarId: string }) =>
  namedBy(actor, calendarId, 'The calendar');
