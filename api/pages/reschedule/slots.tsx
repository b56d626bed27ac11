import { formatInstant } from '../../../adapters/texts/times.ts';
import { dayAt } from '../../../domain/time/wall.ts';
import { openZone, UTC_CLOCK } from '../../../domain/time/zone.ts';
import type { OfferedSlot } from '../../../domain/booking/offer.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { Button } from '../forms/button.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { pathTo } from '../render.tsx';
import { isoOf } from '../time/format.ts';
import { localOf } from '../time/local.ts';
import type { ReschedulePage } from './context.ts';

/** Of the free times that are shown at once. */
export const SHOWN_MS = 14 * 86_400_000;
const MOST_SHOWN = 40;

/** From now on, of the first that is looked at. */
export const FURTHEST_MS = 731 * 86_400_000;

export interface FreeSlots {
  slots: readonly OfferedSlot[];
  /** The first instant that is looked at. */
  fromMs: Instant;
  /** The host has to approve each of them. */
  isAsked: boolean;
}

/** The times that the event type offers, by the days of the reader's zone; one of them can be taken. */
export function SlotChoice({
  page,
  free: { slots, fromMs, isAsked },
  requestKey,
}: {
  page: ReschedulePage;
  free: FreeSlots;
  requestKey: string;
}) {
  const { link, token, zone, reader, nowMs } = page;
  const { t } = reader;
  const edit = link.proposal?.status === 'pending' ? '1' : undefined;
  const here = { r: token, zone: zone.name, edit };
  const at = (startMs: Instant) =>
    pathTo('/reschedule', { ...here, lang: reader.chosen, from: isoOf(Math.max(startMs, nowMs)) });
  return (
    <section class="divided stack" aria-labelledby="free-times">
      <h2 id="free-times">{t('page.reschedule.slots.title')}</h2>
      <Form action="/reschedule" method="get" class="copying" carried={here}>
        <Field
          name="from"
          id="slots-from"
          type="date"
          label={t('page.reschedule.slots.from')}
          value={localOf(fromMs, zone.name).date}
          min={localOf(nowMs, zone.name).date}
          max={localOf(nowMs + FURTHEST_MS, zone.name).date}
          required
        />
        <Button look="quiet">{t('page.reschedule.slots.show')}</Button>
      </Form>
      {slots.length === 0 ? (
        <p>{t('page.reschedule.slots.none')}</p>
      ) : (
        <Form
          action="/reschedule"
          class="stack"
          carried={{ ...here, key: requestKey, action: 'move', from: isoOf(fromMs) }}
        >
          <p class="muted">{t(isAsked ? 'page.reschedule.slots.leadAsked' : 'page.reschedule.slots.lead')}</p>
          {byDay(slots.slice(0, MOST_SHOWN), zone.name).map((day) => (
            <fieldset class="day-slots" key={day[0]!.startMs}>
              <legend>{formatInstant(day[0]!.startMs, zone.name, reader, 'day')}</legend>
              <div class="slot-list">
                {day.map(({ startMs }) => (
                  <Slot startMs={startMs} page={page} key={startMs} />
                ))}
              </div>
            </fieldset>
          ))}
          <div class="actions stays">
            <Button>
              {t(isAsked ? 'page.reschedule.slots.buttonAsked' : 'page.reschedule.slots.button')}
            </Button>
          </div>
        </Form>
      )}
      <p class="actions">
        {fromMs > nowMs && <a href={at(fromMs - SHOWN_MS)}>{t('page.reschedule.slots.earlier')}</a>}
        <a href={at(laterThan(slots, fromMs))}>{t('page.reschedule.slots.later')}</a>
      </p>
    </section>
  );
}

/** The script shows the one that is chosen beside the current time. */
function Slot({ startMs, page: { zone, reader } }: { startMs: Instant; page: ReschedulePage }) {
  const { date, time } = localOf(startMs, zone.name);
  return (
    <label class="slot">
      <input
        type="radio"
        name="slot"
        value={isoOf(startMs)}
        data-slot-date={date}
        data-slot-time={time}
        required
      />
      <span>{formatInstant(startMs, zone.name, reader, 'clock')}</span>
    </label>
  );
}

/** Where what is not shown begins. */
const laterThan = (slots: readonly OfferedSlot[], fromMs: Instant): Instant =>
  slots[MOST_SHOWN]?.startMs ?? fromMs + SHOWN_MS;

function byDay(slots: readonly OfferedSlot[], zone: string): OfferedSlot[][] {
  const clock = openZone(zone) ?? UTC_CLOCK;
  const days = new Map<number, OfferedSlot[]>();
  for (const slot of slots) {
    const day = dayAt(clock, slot.startMs);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days.values()];
}
