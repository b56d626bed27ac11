import { regions, zoneWords } from '../../components/zone-picker.tsx';
import { Button } from '../../forms/button.tsx';
import { ErrorSummary } from '../../forms/error-summary.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { Select, type Option, type OptionGroup } from '../../forms/select.tsx';
import type { Again } from '../../forms/submitted.ts';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { Done, HostPage, type HostFrame } from '../frame.tsx';
import { AVAILABILITY, EVENT_TYPES } from '../paths.ts';
import { Tabs } from '../days/tabs.tsx';
import { Unsaved } from '../unsaved.tsx';
import { EnterPresses } from './blocks.tsx';
import type { HoursShown } from './read.ts';
import { typedWeekOf, type TypedWeek, type WrongInWeek } from './week.ts';
import { weekdayNames } from './weekday-names.ts';
import { WeekFields, WeekShown } from './week-fields.tsx';

export const HOURS_ACTION = AVAILABILITY;

/** What was typed, and is shown again. */
export interface TypedHours {
  week: TypedWeek;
  wrong?: WrongInWeek;
  again: Again;
}

interface HoursPageProps extends HostFrame {
  shown: HoursShown;
  /** As the address says it. */
  of: string;
  done: string;
  typed?: TypedHours | undefined;
}

/** The hours of a week: of a member, of a schedule that has a name, or of an event type. */
export function HoursPage({ shown, of, done, typed, ...frame }: HoursPageProps) {
  const { t } = useReader();
  const { eventType, schedule } = shown;
  const isOwn = eventType === null || schedule.eventTypeId === eventType.id;
  const isWrong = typed?.wrong !== undefined || (typed?.again.errors.length ?? 0) > 0;
  return (
    <HostPage
      {...frame}
      section="availability"
      title={t('page.host.section.availability')}
      said={isWrong ? <WhatIsWrong typed={typed} /> : <Done done={done} />}
    >
      <Tabs current="hours" of={eventType?.id ?? ''} />
      <section class="sheet stack-l">
        <Choose shown={shown} />
        {eventType && <OfEventType {...frame} shown={shown} isOwn={isOwn} />}
        {isOwn ? (
          <Hours {...frame} shown={shown} of={of} typed={typed} />
        ) : (
          <WeekShown week={schedule.weekly} />
        )}
      </section>
      {eventType === null && <NewSchedule {...frame} />}
    </HostPage>
  );
}

/** All that is wrong, each leading to its field. */
function WhatIsWrong({ typed }: Pick<HoursPageProps, 'typed'>) {
  const names = weekdayNames(useReader());
  const ofWeek = [...(typed?.wrong ?? [])].flatMap(([weekday, ofDay]) =>
    [...ofDay].map(([at, text]) => ({
      field: `${weekday}.${at}.from`,
      text: `${names[weekday] ?? ''}: ${text}`,
    })),
  );
  return <ErrorSummary errors={[...(typed?.again.errors ?? []), ...ofWeek]} idOf={(field) => field} />;
}

function Choose({ shown }: { shown: HoursShown }) {
  const { t } = useReader();
  const { schedules, eventTypes, defaultScheduleId, eventType, schedule } = shown;
  const named = schedules.filter(({ id }) => id !== defaultScheduleId);
  const options: (Option | OptionGroup)[] = [
    { value: defaultScheduleId, label: t('page.host.hours.mine') },
    ...(named.length === 0 ? [] : [{ heading: t('page.host.hours.named'), options: named.map(optionOf) }]),
    ...(eventTypes.length === 0
      ? []
      : [
          {
            heading: t('page.host.section.types'),
            options: eventTypes.map(({ id, title }) => ({ value: id, label: title })),
          },
        ]),
  ];
  return (
    <Form class="copying" method="get" action={AVAILABILITY}>
      <Select
        name="of"
        label={t('page.host.hours.choose')}
        options={options}
        value={eventType?.id ?? schedule.id}
        autocomplete="off"
      />
      <Button look="quiet compact">{t('page.host.show')}</Button>
    </Form>
  );
}

const optionOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

function OfEventType({ shown, isOwn, form }: HostFrame & { shown: HoursShown; isOwn: boolean }) {
  const { t, chosen } = useReader();
  const { eventType, schedule, schedules, defaultScheduleId } = shown;
  if (!eventType) return null;
  const inherits = eventType.scheduleId === null;
  return (
    <div class="stack">
      <h2>{eventType.title}</h2>
      <p>
        {isOwn
          ? t('page.host.hours.isOwn')
          : inherits
            ? t('page.host.hours.inherits')
            : t('page.host.hours.shares', { name: schedule.name })}{' '}
        <a href={pathTo(`${EVENT_TYPES}/${eventType.id}`, { lang: chosen })}>{t('page.host.hours.toType')}</a>
      </p>
      <Form action={AVAILABILITY} class="stack" carried={{ form, of: eventType.id }}>
        {schedules.length > 1 && !isOwn && (
          <Select
            name="schedule"
            label={t('page.host.hours.which')}
            options={[
              { value: '', label: t('page.host.hours.mine') },
              ...schedules.filter(({ id }) => id !== defaultScheduleId).map(optionOf),
            ]}
            value={eventType.scheduleId ?? ''}
            autocomplete="off"
          />
        )}
        <div class="actions">
          {schedules.length > 1 && !isOwn && (
            <Button look="quiet" name="do" value="choose">
              {t('page.host.hours.use')}
            </Button>
          )}
          {!isOwn && (
            <Button look="quiet" name="do" value="detach">
              {t('page.host.hours.detach')}
            </Button>
          )}
          {!inherits && !isOwn && (
            <Button look="quiet" name="do" value="inherit">
              {t('page.host.hours.inherit')}
            </Button>
          )}
          {isOwn && (
            <a
              class="button quiet"
              href={pathTo(`${AVAILABILITY}/of/${eventType.id}/inherit`, { lang: chosen })}
            >
              {t('page.host.hours.inherit')}
            </a>
          )}
        </div>
        {isOwn && <p class="hint">{t('page.host.hours.inheritHint')}</p>}
      </Form>
    </div>
  );
}

function Hours({ shown, of, typed, form }: HostFrame & Pick<HoursPageProps, 'shown' | 'of' | 'typed'>) {
  const { t, chosen } = useReader();
  const { schedule, timezone, defaultScheduleId, eventType } = shown;
  const isDefault = schedule.id === defaultScheduleId;
  return (
    <>
      <Form
        action={AVAILABILITY}
        class="stack-l"
        carried={{ form, of: of || schedule.id }}
        again={typed?.again}
        data-keep={typed ? 'typed' : ''}
        novalidate
      >
        <EnterPresses value="save" />
        {eventType === null && (
          <Field
            name="name"
            label={t('page.host.hours.name')}
            hint={t('page.host.hours.nameHint')}
            value={schedule.name}
            maxLength={200}
            required
            autocomplete="off"
          />
        )}
        <WeekFields week={typed?.week ?? typedWeekOf(schedule.weekly)} wrong={typed?.wrong} />
        <p class="hint">{t('page.host.hours.midnight')}</p>
        <Select
          name="zone"
          label={t('page.host.hours.zone')}
          options={[
            { value: '', label: t('page.host.hours.ownZone', { zone: zoneWords(timezone) }) },
            ...regions(schedule.timezone ?? timezone),
          ]}
          value={schedule.timezone ?? ''}
          autocomplete="off"
        />
        <div class="actions save-bar">
          <Unsaved />
          <Button name="do" value="save">
            {t('page.host.hours.save')}
          </Button>
        </div>
        {!isDefault && eventType === null && (
          <div class="actions">
            <Button look="quiet" name="do" value="default">
              {t('page.host.hours.makeDefault')}
            </Button>
            <a
              class="button quiet"
              href={pathTo(`${AVAILABILITY}/schedules/${schedule.id}/delete`, { lang: chosen })}
            >
              {t('page.host.hours.delete')}
            </a>
          </div>
        )}
      </Form>
    </>
  );
}

function NewSchedule({ form }: HostFrame) {
  const { t } = useReader();
  return (
    <section class="sheet stack">
      <h2>{t('page.host.hours.new')}</h2>
      <p>{t('page.host.hours.newLead')}</p>
      <Form action={AVAILABILITY} class="stack" carried={{ form }}>
        <Field
          name="name"
          id="new-name"
          label={t('page.host.hours.name')}
          maxLength={200}
          required
          autocomplete="off"
        />
        <div class="actions">
          <Button look="quiet" name="do" value="new">
            {t('page.host.hours.make')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
