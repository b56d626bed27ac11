import { LONGEST_WINDOW_MS } from '../../../queries/calendars/free-busy.ts';
import { freeBusyOfUsers, type FreeBusyAnswer } from '../../../queries/calendars/free-busy-of-users.ts';
import { DAY_MS } from '../../../domain/time/calendar-days.ts';
import { instant, instantOut, iso, withinDays, z } from '../fields.ts';
import { tenantOf } from '../named-by.ts';
import { defineRoute, type Route } from '../route.ts';
import { resource } from './fields.ts';
import { users } from './schema.ts';

const query = withinDays(
  z.strictObject({ users: users(), from: instant(), to: instant() }),
  LONGEST_WINDOW_MS / DAY_MS,
);

const freeBusy = z
  .strictObject({
    users: z.array(
      z.strictObject({
        user: z.string(),
        status: z.enum(['known', 'unknown', 'forbidden']),
        busy: z.array(
          z.strictObject({
            startsAt: instantOut(),
            endsAt: instantOut(),
            kind: z.enum(['busy', 'tentative', 'unavailable']),
          }),
        ),
      }),
    ),
  })
  .openapi('FreeBusy');

const showRoute = defineRoute({
  method: 'get',
  path: '/api/freebusy',
  operationId: 'getFreeBusy',
  resource,
  summary: 'See when several people are free',
  description:
    'Nothing but times is told. What counts is what is in the calendars that the asker may see the times of, and meetings. `unknown`: nobody is called so; `forbidden`: they do not let the asker see it.',
  auth: { kind: 'key-or-session', action: 'freebusy.see' },
  query,
  answer: { status: 200, description: 'In the order in which they were named.', schema: freeBusy },
  problems: ['not-found'],
  handler: async ({ deps, actor, query: { users: named, from, to } }) => {
    const tenantId = tenantOf(actor, 'The tenant');
    const range = { startMs: from, endMs: to };
    const answers = await freeBusyOfUsers(deps, actor, { tenantId, users: named, range });
    return { users: answers.map(present) };
  },
});

const present = (answer: FreeBusyAnswer) => ({
  user: answer.user,
  status: answer.status,
  busy: (answer.status === 'known' ? answer.busy : []).map(({ startMs, endMs, kind }) => ({
    ...{ startsAt: iso(startMs), endsAt: iso(endMs), kind },
  })),
});

export const freeBusyRoutes: readonly Route[] = [showRoute];
