import { formatMoment } from '../../../adapters/texts/times.ts';
import type { DeletedCalendar } from '../../../queries/calendars/calendar-views.ts';
import type { OwnVersion } from '../../../queries/calendars/own-versions.ts';
import type { HostFrame } from '../bookings/frame.tsx';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import { CalendarsDone, CalendarsPage } from './frame.tsx';
import { CALENDARS, DELETED } from './paths.ts';
import { whenOf } from './when.ts';

interface DeletedPageProps extends HostFrame {
  calendars: readonly DeletedCalendar[];
  versions: readonly OwnVersion[];
  /** Where the next page begins; null: there is none. */
  next: string | null;
  /** How long it is kept; 0: for ever. */
  keptDays: number;
  /** Of the member. */
  timezone: string;
  done: string;
}

/** What was deleted or overwritten, and can be brought back. */
export function DeletedPage({
  calendars,
  versions,
  next,
  keptDays,
  timezone,
  done,
  ...frame
}: DeletedPageProps) {
  const { t, chosen } = useReader();
  return (
    <CalendarsPage {...frame} tab="deleted" said={<CalendarsDone done={done} />}>
      {calendars.length > 0 && (
        <section class="sheet stack">
          <h2>{t('page.calendars.deleted.calendars')}</h2>
          <ul class="entries">
            {calendars.map((calendar) => (
              <Calendar calendar={calendar} timezone={timezone} form={frame.form} />
            ))}
          </ul>
        </section>
      )}
      <section class="sheet stack">
        <h2>{t('page.calendars.deleted.entries')}</h2>
        <p class="muted">{t('page.calendars.deleted.lead', { days: keptDays })}</p>
        {versions.length === 0 ? (
          <p>{t('page.calendars.deleted.empty')}</p>
        ) : (
          <ul class="entries">
            {versions.map((version) => (
              <Version version={version} timezone={timezone} form={frame.form} />
            ))}
          </ul>
        )}
        {next !== null && (
          <div class="actions">
            <a class="button quiet" href={pathTo(DELETED, { after: next, lang: chosen })}>
              {t('page.calendars.deleted.more')}
            </a>
          </div>
        )}
      </section>
    </CalendarsPage>
  );
}

interface EntryProps {
  timezone: string;
  form: string;
}

function Calendar({ calendar, timezone, form }: EntryProps & { calendar: DeletedCalendar }) {
  const reader = useReader();
  const { t } = reader;
  const name = calendar.name ?? t('page.calendars.list.nameless');
  const when = formatMoment(calendar.deletedAt.getTime(), timezone, reader, 'shortDate');
  return (
    <li class="operated">
      <div class="operated-head">
        <strong>{name}</strong>
        <Form action={`${CALENDARS}/${calendar.id}/restore`} carried={{ form }}>
          <Button look="quiet compact">
            {t('page.calendars.deleted.restore')} <span class="visually-hidden">{name}</span>
          </Button>
        </Form>
      </div>
      <span class="small muted">{t('page.calendars.deleted.deletedAt', { when })}</span>
    </li>
  );
}

function Version({ version, timezone, form }: EntryProps & { version: OwnVersion }) {
  const reader = useReader();
  const { t } = reader;
  const { id, calendarId, calendarName, deleted, replacedAt } = version;
  const title = version.title === '' ? t('page.calendars.inbox.untitled') : version.title;
  const when = whenOf(version, version.timezone, reader);
  const happened = formatMoment(replacedAt.getTime(), timezone, reader, 'shortDate');
  return (
    <li class="operated">
      <div class="operated-head">
        <strong>{title}</strong>
        <Form action={`${CALENDARS}/${calendarId}/versions/${id}/restore`} carried={{ form }}>
          <Button look="quiet compact">
            {t(deleted ? 'page.calendars.deleted.restore' : 'page.calendars.deleted.restoreVersion')}{' '}
            <span class="visually-hidden">{title}</span>
          </Button>
        </Form>
      </div>
      {when !== null && <span class="small">{when}</span>}
      <span class="small muted">
        {t(deleted ? 'page.calendars.deleted.deletedAt' : 'page.calendars.deleted.overwrittenAt', {
          when: happened,
        })}{' '}
        {t('page.calendars.deleted.inCalendar', { name: calendarName ?? t('page.calendars.list.nameless') })}
      </span>
    </li>
  );
}
