import { useReader } from '../reader.ts';
import { hrefOf, pathOf, queryOf } from './address.ts';
import { Calendar } from './calendar.tsx';
import type { BookingPage } from './context.ts';
import { BookingFrame } from './frame.tsx';
import type { OfferedMonth } from './offer.ts';
import { People } from './people.tsx';
import { Slots } from './slots.tsx';
import { lengthWords } from './words.ts';
import { ZoneChoice } from './zone.tsx';

/** A month of an event type, and the slots of one of its days. */
export function EventTypeView({ page, offered }: { page: BookingPage; offered: OfferedMonth }) {
  const { eventType } = page;
  return (
    <BookingFrame page={page} title={eventType.title} wide>
      <div class="sheet stack-l booking">
        <About page={page} />
        {eventType.lengthsMinutes.length > 1 && <Lengths page={page} />}
        <div class="when">
          <div class="choosing">
            <Calendar page={page} offered={offered} />
            <ZoneChoice page={page} action={pathOf(page.asked)} fields={fieldsBesideZone(page)} />
          </div>
          <Slots page={page} offered={offered} />
        </div>
      </div>
    </BookingFrame>
  );
}

/** It can be booked again when it is switched on; until then there is nothing to choose. */
export function SwitchedOff({ page }: { page: BookingPage }) {
  const { t } = useReader();
  return (
    <BookingFrame page={page} title={page.eventType.title}>
      <div class="sheet stack-l">
        <div class="heading">
          <h1>{page.eventType.title}</h1>
          <p class="lead">{t('page.book.off')}</p>
        </div>
      </div>
    </BookingFrame>
  );
}

function About({ page }: { page: BookingPage }) {
  const reader = useReader();
  const { eventType, lengthMinutes } = page;
  return (
    <div class="heading">
      <People page={page} />
      <h1>{eventType.title}</h1>
      <p class="lead">
        {[lengthWords(lengthMinutes, reader), eventType.location].filter(Boolean).join(' · ')}
      </p>
      {eventType.description !== '' && <p class="written">{eventType.description}</p>}
      {eventType.requiresApproval && <p class="small muted">{reader.t('page.book.approvalAhead')}</p>}
    </div>
  );
}

function Lengths({ page: { eventType, asked, lengthMinutes } }: { page: BookingPage }) {
  const reader = useReader();
  return (
    <nav class="lengths" aria-label={reader.t('page.book.length')}>
      <span class="legend">{reader.t('page.book.length')}</span>
      <ul>
        {eventType.lengthsMinutes.map((minutes) => (
          <li>
            <a
              class="button quiet compact"
              href={hrefOf(asked, reader, { length: String(minutes), start: '' })}
              aria-current={minutes === lengthMinutes ? 'true' : undefined}
            >
              {lengthWords(minutes, reader)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function fieldsBesideZone({ asked }: BookingPage): Record<string, string> {
  const { zone: _, start: __, ...fields } = queryOf(asked);
  return fields;
}
