import type { Context } from 'koa';
import { NotPermitted } from '../../../policies/not-permitted.ts';
import { confirmationPage } from '../../../queries/guest-pages.ts';
import { nearestSlots } from '../../../queries/slots.ts';
import type { ApiDeps } from '../../deps.ts';
import type { Again } from '../forms/submitted.ts';
import { chosenLanguage } from '../reader.ts';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import { hrefOf, pathOf, type Asked } from './address.ts';
import { book } from './book.tsx';
import { BotPage } from './bot-page.tsx';
import { openPage, type BookingPage } from './context.ts';
import { SwitchedOff } from './event-page.tsx';
import { readForm } from './fields.ts';
import { FormPage, HONEYPOT, type FormPageProps } from './form-page.tsx';
import { confirmationToken, newStamp, problemOf, readStamp, requestIdOf } from './stamp.ts';
import { otherLengthWords, rangeOfStart, takenWords } from './time.ts';
import { hasWorked } from './work.ts';

/** Takes the form: books, and leads to the confirmation; or shows it again with what is wrong. */
export async function takeForm(
  ctx: Context,
  deps: ApiDeps,
  asked: Asked,
  form: URLSearchParams,
): Promise<void> {
  const stamp = readStamp(deps.config, form.get('stamp') ?? '');
  const requestId = stamp && requestIdOf(stamp, form);
  // Before anything else: a link of a single use is spent by the first press.
  if (requestId && (await isBooked(deps, asked, requestId))) return lead(ctx, deps, asked, requestId);
  const page = await openPage(ctx, deps, asked);
  const { reader, eventType, nowMs } = page;
  if (!eventType.active) return sendPage(ctx, reader, <SwitchedOff page={page} />, { status: 409 });
  if ((form.get(HONEYPOT) ?? '') !== '') return sendPage(ctx, reader, <BotPage page={page} />);
  const time = rangeOfStart(page, asked.start);
  const { values, again } = readForm(eventType, form, reader);
  const problem = problemOf(stamp, nowMs) ?? (page.asksWork && values && !hasWorked(form) ? 'idle' : null);
  // Nobody waits twice: what is shown again was made when it was shown first.
  const madeMs = stamp && problem !== 'old' ? stamp.madeMs : nowMs;
  if (!time) return showUnchosen(ctx, deps, { page, again, stamp: newStamp(deps.config, madeMs) }, form);
  const shown = { page, time, again, stamp: newStamp(deps.config, madeMs) };
  if (form.get('action') === 'zone')
    return sendPage(ctx, reader, <FormPage {...shown} again={{ ...again, errors: [] }} />);
  if (problem) {
    const notice = {
      title: reader.t(`page.book.stamp.${problem}.title`),
      text: reader.t(`page.book.stamp.${problem}.text`),
    };
    return showAgain(ctx, { ...shown, notice });
  }
  if (page.isOtherLength) return showAgain(ctx, { ...shown, notice: otherLengthWords(page) });
  if (!values || !requestId) return showAgain(ctx, shown);
  const refused = await book(ctx, deps, page, { ...values, startMs: time.startMs, requestId });
  if (!refused) return lead(ctx, deps, asked, requestId);
  const { error, ...words } = refused;
  const errors = error ? [error] : [];
  sendPage(ctx, reader, <FormPage {...shown} {...words} again={{ ...again, errors }} />, { status: 409 });
}

/** Of the times that are free instead none was chosen, so none is booked: the form once more. */
async function showUnchosen(
  ctx: Context,
  deps: ApiDeps,
  { page, again, stamp }: { page: BookingPage; again: Again; stamp: string },
  form: URLSearchParams,
): Promise<void> {
  const { asked, eventType, lengthMinutes, reader } = page;
  const time = rangeOfStart(page, form.get('wanted') ?? '');
  if (!time) return seeOther(ctx, hrefOf(asked, reader, { start: '' }));
  const nearest = await nearestSlots(deps, eventType, lengthMinutes, time.startMs);
  const shown = { page, time, stamp, nearest, notice: takenWords(nearest, reader, 'notFree') };
  if (form.get('action') === 'zone' || nearest.length === 0)
    return sendPage(ctx, reader, <FormPage {...shown} again={{ ...again, errors: [] }} />);
  const missing = { field: 'start', text: reader.t('page.book.error.start') };
  return showAgain(ctx, { ...shown, again: { ...again, errors: [missing, ...again.errors] } });
}

/** Whether the same form was sent before, and what it asked for stands. */
async function isBooked(
  deps: ApiDeps,
  { memberSlug, eventSlug }: Asked,
  requestId: string,
): Promise<boolean> {
  try {
    const { booking } = await confirmationPage(deps, { memberSlug, eventSlug, requestId });
    return booking.invited && booking.status !== 'cancelled';
  } catch (error) {
    if (error instanceof NotPermitted) return false;
    throw error;
  }
}

const showAgain = (ctx: Context, form: FormPageProps): void =>
  sendPage(ctx, form.page.reader, <FormPage {...form} />, { status: 422 });

function lead(ctx: Context, deps: ApiDeps, asked: Asked, requestId: string): void {
  const { zone, site } = asked;
  const b = confirmationToken(deps.config, requestId);
  seeOther(ctx, pathTo(`${pathOf(asked)}/booked`, { b, zone, site, lang: chosenLanguage(ctx) }));
}
