import type { z } from 'zod';
import type { EventType } from '../../../queries/event-types.ts';
import { bookablePageOf, memberPageOf, type BookableMember } from '../../../queries/booking-pages.ts';
import { presentQuestions } from '../event-types/presenter.ts';
import { defineRoute, type Route } from '../route.ts';
import { bookablePage, bookableParams, bookableQuery, memberPage, memberParams } from './schema.ts';

type Member = z.input<typeof memberPage>['member'];
type Shown = z.input<typeof memberPage>['eventTypes'][number];

/** Nothing that names a person but what they are called. */
const presentMember = ({ slug, name, timezone }: BookableMember): Member => ({ slug, name, timezone });

const presentBookable = (eventType: EventType, { slug }: BookableMember, publicUrl: string): Shown => ({
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
    const { member, eventTypes } = await memberPageOf(deps, params.memberSlug);
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
  problems: ['not-found'],
  handler: async ({ deps, params, query }) => {
    const { member, eventType } = await bookablePageOf(deps, { ...params, token: query.k });
    return {
      member: presentMember(member),
      eventType: presentBookable(eventType, member, deps.config.publicUrl),
    };
  },
});

export const bookingPageRoutes: readonly Route[] = [memberRoute, eventTypeRoute];
