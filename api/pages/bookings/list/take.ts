import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { refusalOf } from '../../../../activities/meeting/meetings.ts';
import { cancelBooking, moveBooking } from '../../../../commands/bookings/change-booking.ts';
import { decideBooking } from '../../../../commands/bookings/decide-booking.ts';
import { reassignBooking } from '../../../../commands/bookings/reassign-booking.ts';
import { SlotTaken } from '../../../../commands/booking/slot-taken.ts';
import { InvalidInput } from '../../../../commands/invalid-input.ts';
import { LONGEST_REASON } from '../../../../commands/meetings/cancel-meeting.ts';
import { busyAttendee, ROOM_BUSY } from '../../../../domain/meeting/decision.ts';
import type { Booking } from '../../../../queries/bookings.ts';
import { colleaguesFor, type Colleague } from '../../../../queries/colleagues.ts';
import type { ApiDeps } from '../../../deps.ts';
import { instant, isUuid } from '../../../routes/fields.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { typedIn } from '../../forms/submitted.ts';
import { readerOf } from '../../reader.ts';
import { resolveLocal } from '../../time/local.ts';
import { idIn, type Take } from '../doors.ts';
import { LIST } from '../paths.ts';
import { goOn } from '../show.ts';
import { showSlots } from './show-slots.tsx';
import { bookingIn, showBooking, zoneOf } from './show.tsx';

const named = (ctx: Context, { tenantId }: Member) => ({ tenantId, id: idIn(ctx, 'The booking') });

/** The same form sent twice asks once. */
const keyIn = (typed: Readonly<Record<string, string>>): string =>
  isUuid(typed.key ?? '') ? (typed.key ?? '') : randomUUID();

/** Cancels a booking, with the reason that its guests are told. */
export const takeCancel: Take = (ctx, deps, actor, form) =>
  attempt(ctx, deps, actor, { done: 'cancelled' }, async () => {
    const reason = (typedIn(form).reason ?? '').slice(0, LONGEST_REASON);
    await cancelBooking(deps, actor, { ...named(ctx, actor), reason });
  });

/** Approves or declines what a guest asks the hosts for, as the form has shown it. */
export const takeDecision =
  (decision: 'approve' | 'decline'): Take =>
  (ctx, deps, actor, form) =>
    attempt(ctx, deps, actor, { done: DECIDED[decision] }, () => {
      const { proposal: shown = '' } = typedIn(form);
      const proposalId = isUuid(shown) ? shown : undefined;
      return decideBooking(deps, actor, { ...named(ctx, actor), decision, proposalId });
    });

const DECIDED = { approve: 'approved', decline: 'declined' } as const;

/** Moves a booking to the chosen slot, or to another time that is not offered. */
export const takeMove: Take = async (ctx, deps, actor, form) => {
  const { t } = readerOf(ctx, deps.texts);
  const typed = typedIn(form);
  const { startMs, endMs } = await bookingIn(ctx, deps, actor);
  const newStartMs = await startOf(deps, actor, typed);
  if (newStartMs === null)
    return showSlots(ctx, deps, actor, {
      typed,
      errors: [{ field: 'at', text: t('page.host.why.noTime') }],
    });
  await attempt(ctx, deps, actor, { done: 'moved' }, async () => {
    const time = { startMs: newStartMs, endMs: newStartMs + endMs - startMs };
    await moveBooking(deps, actor, { ...named(ctx, actor), time, requestKey: keyIn(typed) });
  });
};

/** The slot that was chosen, or the day and time that were typed, on the clocks of the host; null: there is no such time. */
async function startOf(
  deps: ApiDeps,
  actor: Member,
  { start, day = '', at = '' }: Readonly<Record<string, string>>,
): Promise<number | null> {
  const chosen = instant().safeParse(start);
  if (chosen.success) return chosen.data;
  const typed = resolveLocal({ date: day, time: at }, await zoneOf(deps, actor));
  return typed.kind === 'instant' ? typed.ms : null;
}

/** Gives a booking to another host. */
export const takeReassign: Take = async (ctx, deps, actor, form) => {
  const typed = typedIn(form);
  await attempt(ctx, deps, actor, { done: 'reassigned', hostId: typed.to ?? '' }, async () => {
    await reassignBooking(deps, actor, {
      ...named(ctx, actor),
      attendeeId: typed.from || undefined,
      hostId: typed.to || undefined,
      requestKey: keyIn(typed),
    });
  });
};

interface Attempt {
  /** What it does, as the address says it then. */
  done: 'cancelled' | 'moved' | 'approved' | 'declined' | 'reassigned';
  /** Who is to have it; empty: whose turn it is. */
  hostId?: string;
}

async function attempt(
  ctx: Context,
  deps: ApiDeps,
  actor: Member,
  about: Attempt,
  act: () => Promise<void>,
): Promise<void> {
  const { t } = readerOf(ctx, deps.texts);
  try {
    await act();
  } catch (error) {
    const refused = refusalOf(error) !== null || error instanceof SlotTaken || error instanceof InvalidInput;
    if (!refused) throw error;
    const why = await whyOf(error, about, await bookingIn(ctx, deps, actor), () =>
      colleaguesFor(deps, actor, actor.tenantId, 'individual'),
    );
    return showBooking(ctx, deps, actor, t('page.host.list.refused', why));
  }
  goOn(ctx, `${LIST}/${idIn(ctx, 'The booking')}`, { done: about.done });
}

/** What was in the way, for the words of a refusal. */
async function whyOf(
  error: unknown,
  { done, hostId = '' }: Attempt,
  { people }: Booking,
  colleagues: () => Promise<Colleague[]>,
): Promise<{ why: string; name: string }> {
  const code = error instanceof SlotTaken ? 'slot-taken' : refusalOf(error);
  if (code === ROOM_BUSY) return { why: 'room', name: '' };
  if (code === 'time-past') return { why: 'past', name: '' };
  if (code === 'slot-taken' && done !== 'reassigned') return { why: 'taken', name: '' };
  if (code === 'slot-taken' && hostId === '') return { why: 'nobody', name: '' };
  const busy = code === null ? null : busyAttendee(code);
  if (busy === null && code !== 'slot-taken') return { why: 'other', name: '' };
  const known = people.find(({ id }) => id === busy);
  const name = known ? known.name : (await colleagues()).find(({ id }) => id === hostId)?.name;
  return name ? { why: 'busy', name } : { why: 'somebody', name: '' };
}
