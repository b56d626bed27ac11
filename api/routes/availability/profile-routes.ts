import type { z } from 'zod';
import { putBookingProfile } from '../../../commands/availability/put-profile.ts';
import { profileFor, type ProfileOf } from '../../../queries/availability.ts';
import { defineRoute, type Route } from '../route.ts';
import { auth, memberNamed, memberParams, resource } from './fields.ts';
import { newProfile, profile as profileSchema } from './profile-schema.ts';

const path = '/api/principals/{principalId}/booking-profile' as const;

const showRoute = defineRoute({
  method: 'get',
  path,
  operationId: 'getBookingProfile',
  resource,
  summary: 'See how a member is booked',
  description: 'Of a member who has not said so yet, `slug` and `defaultScheduleId` are null.',
  auth,
  params: memberParams,
  answer: { status: 200, description: 'The profile.', schema: profileSchema },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) =>
    presentProfile(await profileFor(deps, actor, memberNamed(actor, params))),
});

const putRoute = defineRoute({
  method: 'put',
  path,
  operationId: 'putBookingProfile',
  resource,
  summary: 'Say how a member is booked',
  description:
    'What is left out stays. The first time they get the default schedule “Working hours”, Monday to Friday from 09:00 to 17:00, unless `defaultScheduleId` names one. A `timezone` that is sent is confirmed with it.',
  auth,
  params: memberParams,
  body: newProfile,
  answer: { status: 200, description: 'The profile, as it is now.', schema: profileSchema },
  problems: ['not-found', 'slug-taken'],
  handler: async ({ deps, actor, params, body }) =>
    presentProfile(await putBookingProfile(deps, actor, memberNamed(actor, params), body)),
});

const presentProfile = ({
  member: { id: principalId, timezone },
  profile,
}: ProfileOf): z.input<typeof profileSchema> => ({
  principalId,
  slug: profile?.slug ?? null,
  timezone,
  timezoneConfirmed: profile?.timezoneConfirmed ?? false,
  timezoneDetected: profile?.timezoneDetected ?? null,
  limits: [...(profile?.limits ?? [])],
  defaultScheduleId: profile?.defaultScheduleId ?? null,
});

export const profileRoutes: readonly Route[] = [showRoute, putRoute];
