import type { Context } from 'koa';
import { writeEntry } from '../../../domain/ical/write.ts';
import { NotPermitted } from '../../../policies/not-permitted.ts';
import { confirmationPage, type GuestBooking } from '../../../queries/guest-pages.ts';
import type { ApiDeps } from '../../deps.ts';
import { queryText } from '../form-body.ts';
import { sendPage, setPageHeaders } from '../render.tsx';
import type { Asked } from './address.ts';
import { BookedPage, outcomeOf } from './booked-page.tsx';
import type { CalendarEntry } from './calendar-links.ts';
import { dressPage, type BookingPage } from './context.ts';
import { readConfirmationToken } from './stamp.ts';

/** The confirmation of a booking, for who has its address. @throws NotPermitted for all others */
export async function showBooked(ctx: Context, deps: ApiDeps, asked: Asked): Promise<void> {
  const page = await openBooked(ctx, deps, asked);
  const token = queryText(ctx, 'b');
  const look = <BookedPage page={page} token={token} entry={entryOf(deps, page.booking)} />;
  sendPage(ctx, page.reader, look);
}

/** The same as a file for calendars: nobody is invited by it, and it asks for no answer. @throws NotPermitted */
export async function sendBookedFile(ctx: Context, deps: ApiDeps, asked: Asked): Promise<void> {
  const page = await openBooked(ctx, deps, asked);
  if (outcomeOf(page.booking) !== 'booked') throw new NotPermitted('The booking page');
  const entry = entryOf(deps, page.booking);
  setPageHeaders(ctx);
  ctx.attachment('booking.ics');
  ctx.type = 'text/calendar; charset=utf-8';
  ctx.body = writeEntry({ ...entry, summary: entry.title, dtstampMs: entry.stampMs, zone: page.zone.name });
}

async function openBooked(
  ctx: Context,
  deps: ApiDeps,
  asked: Asked,
): Promise<BookingPage & { booking: GuestBooking }> {
  const requestId = readConfirmationToken(deps.config, queryText(ctx, 'b'));
  if (requestId === null) throw new NotPermitted('The booking page');
  const { memberSlug, eventSlug } = asked;
  const found = await confirmationPage(deps, { memberSlug, eventSlug, requestId });
  // The zone that they booked in, unless they have chosen another one since.
  const zone = asked.zone || (found.booking.timezone ?? '');
  return dressPage(ctx, deps, { ...asked, zone }, found);
}

const entryOf = ({ config }: ApiDeps, booking: GuestBooking): CalendarEntry => ({
  uid: booking.uid,
  sequence: booking.sequence,
  stampMs: booking.bookedAt.getTime(),
  time: { startMs: booking.startMs, endMs: booking.endMs },
  title: booking.title,
  description: booking.description,
  location: booking.location,
  joinUrl: booking.online ? `${config.publicUrl}/join/${booking.meetingId}` : null,
});
