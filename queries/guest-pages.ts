import {
  bookingMember,
  guestBooking,
  namesOf,
  type BookingMember,
  type GuestBooking,
} from '../adapters/postgres/booking/booking-pages.ts';
import { eventTypeBySlug, publicEventTypesOf } from '../adapters/postgres/booking/event-types.ts';
import type { EventType, Question } from '../domain/booking/event-type.ts';
import { isSlug } from '../domain/booking/slug.ts';
import { hideAddresses } from '../domain/meeting/privacy.ts';
import type { Actor } from '../policies/actor.ts';
import { NotPermitted } from '../policies/not-permitted.ts';
import { bookableFor } from './bookable.ts';
import type { QueryDeps } from './deps.ts';

export type { BookingMember, GuestBooking } from '../adapters/postgres/booking/booking-pages.ts';
export type { EventType } from '../domain/booking/event-type.ts';

type Deps = Pick<QueryDeps, 'knex' | 'clock'>;

const NOTHING = 'The booking page';

/** Whose page it is. @throws NotPermitted where nobody has the slug */
async function requireMember({ knex }: Deps, slug: string): Promise<BookingMember> {
  const member = isSlug(slug) ? await bookingMember(knex, slug) : null;
  if (!member) throw new NotPermitted(NOTHING);
  return { ...member, name: nameOf(member.name) };
}

/** What anybody can book with a member. @throws NotPermitted where nobody has the slug */
export async function memberBookingPage(
  deps: Deps,
  memberSlug: string,
): Promise<{ member: BookingMember; eventTypes: EventType[] }> {
  const member = await requireMember(deps, memberSlug);
  return { member, eventTypes: (await publicEventTypesOf(deps.knex, member.id)).map(withoutAddresses) };
}

/** One event type, as its page shows it. */
export interface EventTypePage {
  member: BookingMember;
  eventType: EventType;
  /** What those who can take its meetings are called; null: nobody said. */
  hosts: (string | null)[];
}

export interface NamedPage {
  memberSlug: string;
  eventSlug: string;
}

/**
 * One event type for who may book it; also one that is switched off, which its page says.
 *
 * @param token of a link to it; absent: none was shown
 * @throws NotPermitted also where there is no such page, or the link is spent
 */
export async function eventTypePage(
  deps: Deps,
  actor: Actor,
  { token, ...named }: NamedPage & { token?: string | undefined },
): Promise<EventTypePage> {
  const found = await requireEventType(deps, named);
  await bookableFor(deps, actor, { id: found.eventType.id, token }).catch((error: unknown) => {
    throw error instanceof NotPermitted ? new NotPermitted(NOTHING) : error;
  });
  return found;
}

/**
 * What a guest has booked, for who has the address of its confirmation; the door has made sure that they have.
 *
 * @param requestId of their booking
 * @throws NotPermitted where nothing was booked so
 */
export async function confirmationPage(
  deps: Deps,
  named: NamedPage & { requestId: string },
): Promise<EventTypePage & { booking: GuestBooking }> {
  const found = await requireEventType(deps, named);
  const booking = await bookingOf(deps, found.eventType, named.requestId);
  if (!booking) throw new NotPermitted(NOTHING);
  return { ...found, booking };
}

/** @returns null where nothing was booked so */
async function bookingOf({ knex }: Deps, { id }: EventType, requestId: string): Promise<GuestBooking | null> {
  const found = await guestBooking(knex, { requestId, eventTypeId: id });
  return found && { ...withoutAddresses(found), hosts: found.hosts.map(nameOf) };
}

async function requireEventType(deps: Deps, { memberSlug, eventSlug }: NamedPage): Promise<EventTypePage> {
  const member = await requireMember(deps, memberSlug);
  const eventType = isSlug(eventSlug) ? await eventTypeBySlug(deps.knex, member.id, eventSlug) : null;
  if (!eventType) throw new NotPermitted(NOTHING);
  const hosts = await namesOf(
    deps.knex,
    eventType.hosts.map(({ principalId }) => principalId),
  );
  return { member, eventType: withoutAddresses(eventType), hosts: hosts.map(nameOf) };
}

/** In words of a host's, as in mails: nobody learns an address. */
type Written = Pick<EventType, 'title' | 'description' | 'location'> & Partial<Pick<EventType, 'questions'>>;

const withoutAddresses = <T extends Written>(shown: T): T => ({
  ...shown,
  ...(shown.questions && { questions: shown.questions.map(askedWithout) }),
  title: hideAddresses(shown.title),
  description: hideAddresses(shown.description),
  location: hideAddresses(shown.location),
});

const askedWithout = ({ label, options, ...question }: Question): Question => ({
  ...question,
  label: hideAddresses(label),
  ...(options && { options: options.map(hideAddresses) }),
});

const nameOf = (name: string | null): string | null => name && hideAddresses(name);
