import type { CalendarView } from '../../../queries/calendars/calendar-views.ts';
import type { HostFrame } from '../bookings/frame.tsx';
import { Button } from '../forms/button.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import type { Again } from '../forms/submitted.ts';
import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import { Colour } from './colour.tsx';
import { NEW_CALENDAR_FORM, USUAL_COLOUR } from './form.ts';
import { CalendarsDone, CalendarsPage } from './frame.tsx';
import { CALENDARS } from './paths.ts';

interface ListPageProps extends HostFrame {
  calendars: readonly CalendarView[];
  done: string;
  /** The id of one that was deleted just now, and can be brought back; empty: none. */
  deleted: string;
  again?: Again | undefined;
}

/** The calendars that a member keeps here, and those that others share with them. */
export function ListPage({ calendars, done, deleted, again, ...frame }: ListPageProps) {
  const { t } = useReader();
  const carried = { form: frame.form };
  return (
    <CalendarsPage
      {...frame}
      tab="list"
      said={
        !again && (
          <CalendarsDone done={done}>
            {deleted !== '' && (
              <Form action={`${CALENDARS}/${deleted}/restore`} carried={carried} class="actions">
                <Button look="quiet compact">{t('page.host.undo')}</Button>
              </Form>
            )}
          </CalendarsDone>
        )
      }
    >
      <section class="sheet stack">
        <h2>{t('page.calendars.tab.list')}</h2>
        <p class="muted">{t('page.calendars.list.lead')}</p>
        {calendars.length > 0 && (
          <ul class="entries">
            {calendars.map((calendar) => (
              <Listed calendar={calendar} />
            ))}
          </ul>
        )}
        {!calendars.some(({ access }) => access === 'owner') && (
          <Form action={`${CALENDARS}/begin`} carried={carried} class="stack">
            <p>{t('page.calendars.list.empty')}</p>
            <div class="actions">
              <Button>{t('page.calendars.list.begin')}</Button>
            </div>
          </Form>
        )}
      </section>
      <section class="sheet stack">
        <h2>{t('page.calendars.list.new')}</h2>
        <p class="muted">{t('page.calendars.list.newLead')}</p>
        <Form
          action={CALENDARS}
          class="stack"
          of={NEW_CALENDAR_FORM}
          again={again}
          carried={carried}
          novalidate
        >
          <Field name="name" label={t('page.calendars.field.name')} autocomplete="off" />
          <Field
            name="colour"
            type="color"
            label={t('page.calendars.field.colour')}
            hint={t('page.calendars.field.colourHint')}
            value={USUAL_COLOUR}
          />
          <div class="actions">
            <Button look="quiet">{t('page.calendars.list.make')}</Button>
          </div>
        </Form>
      </section>
    </CalendarsPage>
  );
}

function Listed({ calendar }: { calendar: CalendarView }) {
  const { t, chosen } = useReader();
  const { id, name, colour, access, ownerName, transparent, isDefault, shares } = calendar;
  const words =
    access === 'owner'
      ? [
          isDefault && t('page.calendars.list.default'),
          transparent && t('page.calendars.list.transparent'),
          shares.length > 0 && t('page.calendars.list.shared', { count: shares.length }),
        ]
      : [
          ownerName === null
            ? t('page.calendars.list.ofSomebody')
            : t('page.calendars.list.of', { name: ownerName }),
          t(`page.calendars.list.access.${access === 'write' ? 'write' : 'read'}`),
        ];
  return (
    <li class="operated">
      <strong class="coloured">
        <Colour colour={colour} />
        <a href={pathTo(`${CALENDARS}/${id}`, { lang: chosen })}>
          {name ?? t('page.calendars.list.nameless')}
        </a>
      </strong>
      {words
        .filter((word) => word !== false)
        .map((word) => (
          <span class="small muted">{word}</span>
        ))}
    </li>
  );
}
