import type { CalendarView } from '../../../queries/calendars/calendar-views.ts';
import type { Colleague } from '../../../queries/colleagues.ts';
import { collectionHref } from '../../dav/paths.ts';
import { AskFirst } from '../bookings/ask-first.tsx';
import { CopyField } from '../bookings/copy-field.tsx';
import type { HostFrame } from '../bookings/frame.tsx';
import { ZoneField } from '../components/zone-picker.tsx';
import { Button } from '../forms/button.tsx';
import { Choice } from '../forms/choice.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import type { Again } from '../forms/submitted.ts';
import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import { CALENDAR_FORM, USUAL_COLOUR } from './form.ts';
import { CalendarsDone, CalendarsPage } from './frame.tsx';
import { CALENDARS } from './paths.ts';
import { Sharing } from './sharing.tsx';

interface CalendarPageProps extends HostFrame {
  calendar: CalendarView;
  colleagues: readonly Colleague[];
  publicUrl: string;
  keptDays: number;
  done: string;
  again?: Again | undefined;
  sharingAgain?: Again | undefined;
}

/** All that can be set of a calendar; of one that somebody else shares, as far as they let one. */
export function CalendarPage({
  calendar,
  colleagues,
  publicUrl,
  keptDays,
  done,
  again,
  sharingAgain,
  ...frame
}: CalendarPageProps) {
  const { t, chosen } = useReader();
  const { id, name, access, isDefault } = calendar;
  const isOwn = access === 'owner';
  const path = `${CALENDARS}/${id}`;
  const carried = { form: frame.form };
  return (
    <CalendarsPage
      {...frame}
      tab={null}
      title={name ?? t('page.calendars.list.nameless')}
      said={!again && !sharingAgain && <CalendarsDone done={done} />}
    >
      {access !== 'read' && <Settings calendar={calendar} path={path} again={again} form={frame.form} />}
      <section class="sheet stack">
        <h2>{t('page.calendars.address')}</h2>
        <CopyField
          id="calendar-address"
          label={t('page.calendars.address')}
          value={`${publicUrl}${collectionHref(calendar.principalId, calendar.segment)}`}
        />
        <p class="hint">{t('page.calendars.addressHint')}</p>
      </section>
      {isOwn && <Sharing {...{ calendar, colleagues, path }} again={sharingAgain} form={frame.form} />}
      {isOwn && (
        <section class="sheet stack">
          <h2>{t('page.calendars.default.heading')}</h2>
          {isDefault ? (
            <p>{t('page.calendars.default.is')}</p>
          ) : (
            <Form action={`${path}/default`} class="stack" carried={carried}>
              <p>{t('page.calendars.default.lead')}</p>
              <div class="actions">
                <Button look="quiet">{t('page.calendars.default.choose')}</Button>
              </div>
            </Form>
          )}
        </section>
      )}
      {isOwn && (
        <section class="sheet stack">
          <h2>{t('page.calendars.delete.heading')}</h2>
          {isDefault ? (
            <p>{t('page.calendars.delete.default')}</p>
          ) : (
            <>
              <p>{t('page.calendars.delete.lead', { days: keptDays })}</p>
              <div class="actions">
                <a class="button quiet" href={pathTo(`${path}/delete`, { lang: chosen })}>
                  {t('page.calendars.delete.button')}
                </a>
              </div>
            </>
          )}
        </section>
      )}
      <p>
        <a href={pathTo(CALENDARS, { lang: chosen })}>{t('page.calendars.back')}</a>
      </p>
    </CalendarsPage>
  );
}

interface SettingsProps {
  calendar: CalendarView;
  path: string;
  again: Again | undefined;
  form: string;
}

function Settings({ calendar, path, again, form }: SettingsProps) {
  const { t } = useReader();
  return (
    <section class="sheet stack">
      <h2>{t('page.calendars.settings')}</h2>
      <Form action={path} class="stack" of={CALENDAR_FORM} again={again} carried={{ form }} novalidate>
        <Field
          name="name"
          label={t('page.calendars.field.name')}
          value={calendar.name ?? ''}
          autocomplete="off"
        />
        <Field
          name="colour"
          type="color"
          label={t('page.calendars.field.colour')}
          hint={t('page.calendars.field.colourHint')}
          value={calendar.colour ?? USUAL_COLOUR}
        />
        <ZoneField label={t('page.calendars.field.zone')} value={calendar.timezone} />
        <p class="hint">{t('page.calendars.field.zoneHint')}</p>
        <Choice
          type="checkbox"
          name="transparent"
          value="yes"
          label={t('page.calendars.field.transparent')}
          checked={calendar.transparent}
          aria-describedby="transparent-hint"
        />
        <p class="hint" id="transparent-hint">
          {t('page.calendars.field.transparentHint')}
        </p>
        <div class="actions">
          <Button>{t('page.host.save')}</Button>
        </div>
      </Form>
    </section>
  );
}

/** Asks before a calendar is deleted. */
export function DeletePage({ calendar: { id, name }, ...frame }: HostFrame & { calendar: CalendarView }) {
  const { t } = useReader();
  return (
    <AskFirst
      {...frame}
      title={t('page.host.deleteTitle', { name: name ?? t('page.calendars.list.nameless') })}
      lead={t('page.calendars.delete.question')}
      action={`${CALENDARS}/${id}/delete`}
      back={`${CALENDARS}/${id}`}
    />
  );
}
