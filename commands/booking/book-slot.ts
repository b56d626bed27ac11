import { setTimeout as wait } from 'node:timers/promises';
import { EngineUnavailable, MeetingNotRunning, MeetingRefused } from '../../activities/meeting/meetings.ts';
import {
  insertInviteRequest,
  isBooked,
  meetingById,
  type BookedMeeting,
  type Person,
} from '../../adapters/postgres/booked-meetings.ts';
import { personsOf } from '../../adapters/postgres/attendees.ts';
import { createOutbox } from '../../adapters/postgres/outbox.ts';
import type { Tenant } from '../../adapters/postgres/tenants.ts';
import { formAnswers, type Filled, type FormAnswer } from '../../domain/booking/answers.ts';
import type { EventType } from '../../domain/booking/event-type.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { InvalidInput } from '../invalid-input.ts';
import { bookKnown } from '../meetings/book-meeting.ts';
import { cancelKnown } from '../meetings/cancel-meeting.ts';
import { prepareInvitees } from '../meetings/invitees.ts';
import { claimHold } from './claim-hold.ts';
import { asGuest, requireGuest } from './guest-refused.ts';
import { openSlot, refuseSlot, type BookingDeps, type SlotRequest } from './slot-request.ts';
import { heldEvent, takeSlot, type TakenSlot } from './take-slot.ts';

/** A slot for somebody. */
export interface BookSlot extends SlotRequest {
  guest: Person;
  /** To the event type's questions, by their keys. */
  filled: Filled;
  /** Of a meeting that holds it; absent: it is taken now. */
  holdId?: string | undefined;
}

/** A hold that is booked at once; should nobody finish that, it is given back soon. */
const AT_ONCE_MS = 2 * 60_000;

/**
 * Books a slot: it is taken in one transaction, and then the guest and the hosts are invited, or the hosts are asked first.
 *
 * @throws NotPermitted; LinkSpent; InvalidInput; GuestRefused; SlotTaken, TooManyHolds, HoldOfAnotherTime; MeetingRefused, EngineUnavailable
 */
export async function bookSlot(deps: BookingDeps, actor: Actor, request: BookSlot): Promise<BookedMeeting> {
  const { guest, startMs, holdId } = request;
  // Of a hold the length is what it is of, whatever the event type has by now.
  const asked = holdId === undefined ? request : { ...request, lengthMinutes: undefined };
  const opened = await openSlot(deps, actor, asked, holdId);
  const { tenant, bookable, lengthMinutes, heldBy } = opened;
  const { eventType } = bookable;
  const answers = requireAnswers(eventType, request.filled);
  requireGuest(tenant, guest);
  const taken: TakenSlot | null =
    holdId === undefined
      ? await takeSlot(deps, tenant, bookable, {
          ...{ id: request.requestKey, startMs, lengthMinutes, guestEmail: guest.email },
          // What waits for its hosts takes their time for a day, say.
          heldBy: eventType.requiresApproval ? heldBy : null,
          expiresMs: deps.clock.nowMs() + AT_ONCE_MS,
        })
      : asTaken(await claimHold(deps, bookable, { ...request, holdId }));
  if (!taken) throw await refuseSlot(deps, eventType, lengthMinutes, startMs);
  if (taken.kind === 'join') {
    const joined = await joinSeated(deps, tenant, { ...request, meetingId: taken.meetingId, answers });
    if (!joined) throw await refuseSlot(deps, eventType, lengthMinutes, startMs);
    return joined;
  }
  return bookHeld(deps, tenant, taken.meeting, { ...request, answers });
}

const asTaken = (meeting: BookedMeeting | null): TakenSlot | null => meeting && { kind: 'held', meeting };

type ForGuest = Pick<BookSlot, 'guest' | 'requestKey' | 'holdId'> & { answers: readonly FormAnswer[] };

/** Whatever is in the way, the time is free again. */
async function bookHeld(
  deps: BookingDeps,
  tenant: Tenant,
  meeting: BookedMeeting,
  { guest, answers, requestKey, holdId }: ForGuest,
): Promise<BookedMeeting> {
  const required = meeting.seats === 1;
  try {
    await bookKnown(deps, tenant, meeting, {
      requestKey,
      guest: { ...guest, role: 'guest', required },
      answers,
    }).catch(asGuest(true));
  } catch (error) {
    // Who holds it may try again, with another address, say.
    if (holdId === undefined && isFinal(error)) await cancelKnown(deps, meeting, '');
    throw error;
  }
  await createOutbox(deps.knex).delivered(heldEvent(meeting.id).key);
  return requireKnown(await meetingById(deps.knex, tenant.id, meeting.id));
}

const isFinal = (error: unknown): boolean =>
  !(error instanceof EngineUnavailable) &&
  !(error instanceof MeetingRefused && error.code === 'meeting-over');

const TRIES = 40;
const PAUSE_MS = 100;

/**
 * One more guest comes to a meeting that has seats. Whether there is one left the meeting decides, which hears one after the other.
 *
 * @returns null when there is none
 */
async function joinSeated(
  deps: BookingDeps,
  tenant: Tenant,
  { meetingId, guest, answers, requestKey }: ForGuest & { meetingId: string },
): Promise<BookedMeeting | null> {
  const meeting = requireKnown(await meetingById(deps.knex, tenant.id, meetingId));
  const invitee = { ...guest, role: 'guest' as const, required: false };
  const hosts = await personsOf(deps.knex, meetingId, 'host');
  await prepareInvitees(deps.knex, tenant, [invitee], hosts).catch(asGuest(true));
  await prepareInvitees(deps.knex, tenant, [invitee], await personsOf(deps.knex, meetingId)).catch(
    asGuest(false),
  );
  await insertInviteRequest(deps.knex, {
    ...{ id: requestKey, tenantId: tenant.id, meetingId, person: guest, answers },
  });
  for (let tries = 1; ; tries++) {
    try {
      await deps.meetings.update(meeting.uid, {
        type: 'attendee-added',
        key: `attendee-added/${requestKey}`,
        door: 'api',
        invite: { requestId: requestKey, role: 'guest', required: false },
        booked: true,
      });
      return requireKnown(await meetingById(deps.knex, tenant.id, meetingId));
    } catch (error) {
      if (error instanceof MeetingRefused && error.code === 'seats-taken') return null;
      // Whoever came first is about to book it.
      const isEarly =
        error instanceof MeetingNotRunning ||
        (error instanceof MeetingRefused && error.code === 'not-booked');
      if (!isEarly || tries === TRIES) throw error;
      await wait(PAUSE_MS);
    }
  }
}

function requireKnown(meeting: Awaited<ReturnType<typeof meetingById>>): BookedMeeting {
  if (!isBooked(meeting)) throw new NotPermitted('The booking');
  return meeting;
}

/** @throws InvalidInput */
function requireAnswers({ questions }: EventType, filled: Filled): FormAnswer[] {
  const { answers, problems } = formAnswers(questions, filled);
  const [first] = problems;
  if (first) throw new InvalidInput(`answers.${first.key}`, first.problem);
  return answers;
}
