import { formatInstant } from '../../../../adapters/texts/times.ts';
import type { HolidayCalendar, HolidayCalendarRead } from '../../../../queries/holidays.ts';
import { Button } from '../../forms/button.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import type { Again } from '../../forms/submitted.ts';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { AskFirst } from '../ask-first.tsx';
import type { HostFrame } from '../frame.tsx';
import { DaysPage, dayWords } from './parts.tsx';
import { pathOf } from './tabs.tsx';

const PATH = pathOf('holidays');
const SHOWN_DAYS = 5;

interface HolidaysPageProps extends HostFrame {
  calendars: readonly HolidayCalendarRead[];
  /** The member's. */
  timezone: string;
  done: string;
  again?: Again | undefined;
}

/** The calendars whose days are days off, and a form that takes the address or the file of one more. */
export function HolidaysPage({ calendars, timezone, done, again, ...frame }: HolidaysPageProps) {
  const { t } = useReader();
  return (
    <DaysPage {...frame} tab="holidays" of="" typeTitle={null} done={done} said={{ again }}>
      <section class="sheet stack">
        <h2>{t('page.host.tab.holidays')}</h2>
        {calendars.length === 0 ? (
          <p class="muted">{t('page.host.days.holidays.empty')}</p>
        ) : (
          <ul class="entries">
            {calendars.map((one) => (
              <Calendar {...one} timezone={timezone} />
            ))}
          </ul>
        )}
      </section>
      <section class="sheet stack">
        <h2>{t('page.host.days.holidays.new')}</h2>
        <p class="muted">{t('page.host.days.holidays.lead')}</p>
        <Form
          action={PATH}
          class="stack"
          again={again}
          enctype="multipart/form-data"
          carried={{ form: frame.form }}
          novalidate
        >
          <Field name="name" label={t('page.host.days.name')} maxLength={200} required autocomplete="off" />
          <Field
            name="url"
            type="url"
            label={t('page.host.days.holidays.address')}
            hint={t('page.host.days.holidays.addressHint')}
            maxLength={4096}
            autocomplete="off"
            inputMode="url"
          />
          <Field
            name="file"
            type="file"
            accept=".ics,text/calendar"
            label={t('page.host.days.holidays.file')}
            hint={t('page.host.days.holidays.fileHint')}
          />
          <div class="actions">
            <Button>{t('page.host.add')}</Button>
          </div>
        </Form>
      </section>
    </DaysPage>
  );
}

interface CalendarProps extends HolidayCalendarRead {
  timezone: string;
}

function Calendar({ calendar, days, timezone }: CalendarProps) {
  const reader = useReader();
  const { t, chosen } = reader;
  const { maskedUrl: host, failingSince } = calendar;
  return (
    <li class="operated">
      <div class="operated-head">
        <strong>{calendar.name}</strong>
        <a class="button quiet compact" href={pathTo(`${PATH}/${calendar.id}/delete`, { lang: chosen })}>
          {t('page.host.delete')} <span class="visually-hidden">{calendar.name}</span>
        </a>
      </div>
      {host !== null && (
        <span class="small muted">{t('page.host.days.holidays.daily', { host: serverOf(host) })}</span>
      )}
      {failingSince && (
        <span class="small">
          {t('page.host.days.holidays.failing', {
            since: formatInstant(failingSince.getTime(), timezone, reader, 'shortDate'),
          })}
        </span>
      )}
      <span class="small muted">{t('page.host.days.holidays.count', { count: days.length })}</span>
      {days.slice(0, SHOWN_DAYS).map(({ day, name }) => (
        <span class="small muted">
          {dayWords(day, reader)}: {name}
        </span>
      ))}
    </li>
  );
}

/** Of a masked address. */
const serverOf = (masked: string): string => masked.replace(/^https?:\/\//, '').replace(/\/…$/, '');

export const holidayDeletion = (frame: HostFrame, calendar: HolidayCalendar) => (
  <Deletion {...frame} calendar={calendar} />
);

function Deletion({ calendar: { id, name }, ...frame }: HostFrame & { calendar: HolidayCalendar }) {
  const { t } = useReader();
  return (
    <AskFirst
      {...frame}
      title={t('page.host.deleteTitle', { name })}
      lead={t('page.host.days.holidays.deleteLead')}
      action={`${PATH}/${id}/delete`}
      back={PATH}
    />
  );
}
