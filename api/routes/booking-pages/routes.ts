import type { z } from 'zod';
import { ANYONE } from '../../../policies/actor.ts';
import { NotPermitted } from '../../../policies/not-permitted.ts';
import {
  eventTypePage,
  memberBookingPage,
  type BookingMember,
  type EventType,
} from '../../../queries/guest-pages.ts';
import { presentQuestions } from '../event-types/presenter.ts';
import { defineRoute, type Route } from '../route.ts';
import { bookablePage, bookableParams, bookableQuery, memberPage, memberParams } from './schema.ts';

type Member = z.input<typeof memberPage>['member'];
type Shown = z.input<typeof memberPage>['eventTypes'][number];

/** Nothing that names a person but what they are called. */
const presentMember = ({ slug, name, timezone }: BookingMember): Member => ({ slug, name, timezone });

const presentBookable = (eventType: EventType, { slug }: BookingMember, publicUrl: string): Shown => ({
  id: eventType.id,
  slug: eventType.slug,
  url: `${publicUrl}/book/${slug}/${eventType.slug}`,
  title: eventType.title,
  description: eventType.description,
  lengthsMinutes: [...eventType.lengthsMinutes],
  location: eventType.location,
  seats: eventType.seats,
  requiresApproval: eventType.requiresApproval,
  lockedTimezone: eventType.lockedTimezone,
  access: eventType.access,
  questions: presentQuestions(eventType.questions),
});

const memberRoute = defineRoute({
  method: 'get',
  path: '/api/booking/{memberSlug}',
  operationId: 'getMemberBookingPage',
  resource: 'Booking pages',
  summary: 'See what can be booked with a member',
  description: 'Their public event types that are active, in the order in which they were made.',
  auth: { kind: 'none' },
  params: memberParams,
  answer: { status: 200, description: 'What their page shows.', schema: memberPage },
  problems: ['not-found'],
  handler: async ({ deps, params }) => {
    const { member, eventTypes } = await memberBookingPage(deps, params.memberSlug);
    const { publicUrl } = deps.config;
    return {
      member: presentMember(member),
      eventTypes: eventTypes.map((eventType) => presentBookable(eventType, member, publicUrl)),
    };
  },
});

const eventTypeRoute = defineRoute({
  method: 'get',
  path: '/api/booking/{memberSlug}/{eventSlug}',
  operationId: 'getBookingPage',
  resource: 'Booking pages',
  summary: 'See one event type of a member',
  description: 'One that is public and active; another one with a link to it.',
  auth: { kind: 'none' },
  params: bookableParams,
  query: bookableQuery,
  answer: { status: 200, description: 'What its page shows.', schema: bookablePage },
  problems: ['not-found', 'link-spent'],
  handler: async ({ deps, params, query }) => {
    const { member, eventType } = await eventTypePage(deps, ANYONE, { ...params, token: query.k });
    if (!eventType.active) throw new NotPermitted('The booking page');
    return {
      member: presentMember(member),
      eventType: presentBookable(eventType, member, deps.config.publicUrl),
    };
  },
});

export const bookingPageRoutes: readonly Route[] = [memberRoute, eventTypeRoute];
