import type { z } from 'zod';
import { createMeeting } from '../../../adapters/postgres/booked-meetings.ts';
import { learnAddresses } from '../../../adapters/postgres/people/person.ts';
import type { Tenant } from '../../../adapters/postgres/tenants.ts';
import { timeProblem } from '../../../domain/meeting/moving.ts';
import { refused } from '../../middleware/problems.ts';
import { Problem } from '../../middleware/problem.ts';
import { defineRoute, type RouteInput } from '../route.ts';
import { presentCreated } from './presenter.ts';
import { createBody, createdRoom } from './schema.ts';

export const createRoomRoute = defineRoute({
  method: 'post',
  path: '/api/practice-room/create',
  resource: 'Practice rooms',
  summary: 'Make a room that a guest can book',
  description: 'Nobody gets mail yet: the invitations go out with the booking.',
  auth: { kind: 'key', action: 'meetings.book' },
  body: createBody,
  answer: { status: 201, description: 'The room, open for booking.', schema: createdRoom },
  problems: ['time-past', 'time-empty', 'time-too-long', 'attendee-is-organizer'],
  handler: create,
});

async function create({
  deps,
  tenant,
  body,
  requestKey,
}: RouteInput<z.output<typeof createBody>, undefined, Tenant>) {
  const time = { startMs: body.startUtc, endMs: body.endUtc };
  const problem = timeProblem(time, deps.clock.nowMs());
  if (problem) throw refused(problem);
  refuseOrganizer(tenant, body.host.email);
  const meeting = await createMeeting(deps.knex, {
    id: requestKey,
    tenantId: tenant.id,
    organizerEmail: tenant.organizerEmail,
    title: body.title,
    description: body.description ?? '',
    ...time,
    policy: body.policy ?? tenant.policy,
    proposalExpiryHours: body.proposalExpiryHours ?? tenant.proposalExpiryHours,
    host: body.host,
  });
  await learnAddresses(deps.knex, tenant.id, body.host);
  return presentCreated(meeting, deps.config.publicUrl);
}

/** Its answers would come back to itself. */
export function refuseOrganizer(tenant: Tenant, email: string): void {
  if (tenant.organizerEmail.toLowerCase() === email.toLowerCase()) {
    throw new Problem(
      'attendee-is-organizer',
      'The organizer mailbox sends the invitations; invite somebody else.',
    );
  }
}
