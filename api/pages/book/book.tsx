import type { Context } from 'koa';
import { refusalOf } from '../../../activities/meeting/meetings.ts';
import { bookSlot } from '../../../commands/booking/book-slot.ts';
import { GuestRefused } from '../../../commands/booking/guest-refused.ts';
import { SlotTaken, TooManyHolds } from '../../../commands/booking/slot-taken.ts';
import { busyAttendee, type RefusalCode } from '../../../domain/meeting/decision.ts';
import { roleOf } from '../../../domain/meeting/attendee-id.ts';
import type { Reason } from '../../../domain/availability/explain.ts';
import type { OfferedSlot } from '../../../domain/booking/offer.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { ANYONE } from '../../../policies/actor.ts';
import { explainFor, nearestSlots } from '../../../queries/slots.ts';
import type { ApiDeps } from '../../deps.ts';
import { limitsOf } from '../../limits/request.ts';
import type { FieldError } from '../forms/submitted.ts';
import { refusalWords } from '../words.ts';
import type { BookingPage } from './context.ts';
import type { FilledForm } from './fields.ts';
import { takenWords } from './time.ts';

/** Why nothing was booked, as the form says it when it is shown again. */
export interface Refused {
  notice?: { title: string; text: string };
  nearest?: readonly OfferedSlot[];
  error?: FieldError;
}

/**
 * Books a slot for who has filled in its form.
 *
 * @returns null: it is booked
 * @throws NotPermitted; LinkSpent; Problem too-many-requests; EngineUnavailable
 */
export async function book(
  ctx: Context,
  deps: ApiDeps,
  page: BookingPage,
  { guest, answers, startMs, requestId }: FilledForm & { startMs: Instant; requestId: string },
): Promise<Refused | null> {
  const { asked, eventType, lengthMinutes, zone, reader } = page;
  try {
    await bookSlot(deps, ANYONE, {
      ...{ eventTypeId: eventType.id, startMs, lengthMinutes, token: asked.k || undefined },
      guest: {
        ...guest,
        language: reader.locale,
        // Also the host's, where the guest has chosen none: it is the one they saw.
        timezone: zone.name,
      },
      filled: answers,
      counted: limitsOf(ctx),
      requestKey: requestId,
    });
    return null;
  } catch (error) {
    const refused = await refusedBy(error, deps, page, startMs);
    if (!refused) throw error;
    return refused;
  }
}

async function refusedBy(
  error: unknown,
  deps: ApiDeps,
  page: BookingPage,
  startMs: Instant,
): Promise<Refused | null> {
  const { eventType, lengthMinutes, reader } = page;
  const { t } = reader;
  const taken = async (nearest: readonly OfferedSlot[]) => ({
    nearest,
    notice: takenWords(nearest, reader, (await wasOffered(deps, page, startMs)) ? 'title' : 'notFree'),
  });
  if (error instanceof SlotTaken) return taken(error.nearest);
  if (error instanceof TooManyHolds)
    return { notice: { title: t('page.book.holds.title'), text: t('page.book.holds.text') } };
  // Whose address it is otherwise is not to be told to whoever types it.
  if (error instanceof GuestRefused)
    return { error: { field: 'email', text: t('page.book.error.otherEmail') } };
  const code = refusalOf(error);
  if (!code) return null;
  if (isSomebodyElse(code)) return taken(await nearestSlots(deps, eventType, lengthMinutes, startMs));
  const { title, text } = refusalWords(code, { attendeeId: 'guest', others: [] }, t);
  return { notice: { title, text } };
}

/** Whether somebody was faster; else nobody could book it before either, as off the steps or out of the hours. */
async function wasOffered(
  deps: ApiDeps,
  { eventType, lengthMinutes }: BookingPage,
  startMs: Instant,
): Promise<boolean> {
  const { hosts } = await explainFor(deps, eventType, lengthMinutes, startMs);
  return hosts.some(({ reason }) => reason === null || !NEVER.includes(reason.code));
}

const NEVER: readonly Reason['code'][] = ['too-soon', 'too-far', 'outside-hours', 'not-on-a-step'];

/** The time is in the way of the host or of the room, and not of the guest. */
const isSomebodyElse = (code: RefusalCode): boolean => {
  const busy = busyAttendee(code);
  return code === 'slot-taken' || code === 'room-busy' || (busy !== null && roleOf(busy) === 'host');
};
