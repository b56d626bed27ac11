import type { Context } from 'koa';
import { nearestSlots, slotsFor } from '../../../queries/slots.ts';
import type { ApiDeps } from '../../deps.ts';
import { seeOther, sendPage } from '../render.tsx';
import { hrefOf, type Asked } from './address.ts';
import { openPage, type BookingPage } from './context.ts';
import { EventTypeView, SwitchedOff } from './event-page.tsx';
import { FormPage } from './form-page.tsx';
import { offeredMonth } from './offer.ts';
import { newStamp } from './stamp.ts';
import { otherLengthWords, rangeOfStart, takenWords } from './time.ts';

/** Shows a month of an event type, or, where a time is chosen, the form for it. */
export async function showEventType(ctx: Context, deps: ApiDeps, asked: Asked): Promise<void> {
  const page = await openPage(ctx, deps, asked);
  if (!page.eventType.active) return sendPage(ctx, page.reader, <SwitchedOff page={page} />);
  if (asked.start !== '') return showForm(ctx, deps, page);
  sendPage(ctx, page.reader, <EventTypeView page={page} offered={await offeredMonth(deps, page)} />);
}

async function showForm(ctx: Context, deps: ApiDeps, page: BookingPage): Promise<void> {
  const { asked, eventType, lengthMinutes, reader, nowMs } = page;
  const time = rangeOfStart(page, asked.start);
  if (!time) return seeOther(ctx, hrefOf(asked, reader, { start: '' }));
  const stamp = newStamp(deps.config, nowMs);
  const here = { startMs: time.startMs, endMs: time.startMs + 1 };
  const isFree = (await slotsFor(deps, eventType, lengthMinutes, here)).length > 0;
  if (isFree) {
    const notice = page.isOtherLength ? otherLengthWords(page) : undefined;
    return sendPage(ctx, reader, <FormPage {...{ page, time, stamp, notice }} />);
  }
  const nearest = await nearestSlots(deps, eventType, lengthMinutes, time.startMs);
  const notice = takenWords(nearest, reader, 'notFree');
  sendPage(ctx, reader, <FormPage {...{ page, time, stamp, nearest, notice }} />, { status: 409 });
}
