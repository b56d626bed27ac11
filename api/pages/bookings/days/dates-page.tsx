import type { StoredOverride } from '../../../../queries/availability.ts';
import type { DayBlock } from '../../../../domain/availability/schedule.ts';
import type { DayNumber, MonthNumber } from '../../../../domain/time/calendar-days.ts';
import { dayText } from '../../../routes/fields.ts';
import { Button } from '../../forms/button.tsx';
import { Choice } from '../../forms/choice.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import type { HostFrame } from '../frame.tsx';
import { BlocksOfDay, EnterPresses } from '../hours/blocks.tsx';
import { typedOf, type TypedBlock } from '../hours/typed.ts';
import { blockWords } from '../hours/clock-words.ts';
import type { DayMarks } from './marks.ts';
import { Month } from './month-calendar.tsx';
import type { Whose } from './owner.ts';
import { DaysPage, dayWords, Entries, MembersEntries, type SaidOfDays } from './parts.tsx';
import { pathOf } from './tabs.tsx';

export interface DatesPageProps extends HostFrame {
  whose: Whose;
  month: MonthNumber;
  today: DayNumber;
  chosenDay: DayNumber | null;
  marks: ReadonlyMap<DayNumber, DayMarks>;
  /** To come, by their days. */
  overrides: readonly StoredOverride[];
  /** Of the member, where the page is about an event type that has them, too. */
  membersOverrides: readonly StoredOverride[];
  /** Of the chosen day. */
  override: StoredOverride | null;
  /** When the chosen day can be booked as things are. */
  hours: readonly DayBlock[];
  blocks?: readonly TypedBlock[] | undefined;
  done: string;
  said: SaidOfDays;
}

/** What is so on one day alone: a month to choose it from, and a form for the chosen one. */
export function DatesPage(props: DatesPageProps) {
  const reader = useReader();
  const { t } = reader;
  const { whose, month, today, chosenDay, marks, overrides, membersOverrides } = props;
  const { done, said, form, productName } = props;
  const { of } = whose;
  const entryOf = ({ id, day, blocks, label }: StoredOverride) => ({
    id,
    title: dayWords(day, reader),
    lines: [blocks.length === 0 ? t('page.host.days.off') : blockWords(blocks, reader), label],
  });
  return (
    <DaysPage {...{ form, productName, of, done, said }} tab="dates" typeTitle={whose.title}>
      <section class="sheet stack">
        <h2>{t('page.host.tab.dates')}</h2>
        <p class="muted">{t('page.host.days.dates.lead')}</p>
        <Month {...{ month, today, chosenDay, marks, of }} />
        {chosenDay !== null && <DayForm {...props} chosenDay={chosenDay} />}
      </section>
      <Entries
        heading={t('page.host.days.dates.heading')}
        empty={t('page.host.days.dates.empty')}
        entries={overrides.map(entryOf)}
        action={pathOf('dates')}
        carried={{ form, of }}
      />
      <MembersEntries tab="dates" entries={membersOverrides.map(entryOf)} />
    </DaysPage>
  );
}

function DayForm({
  whose,
  chosenDay,
  override,
  hours,
  blocks = hours.map(typedOf),
  said,
  form,
}: DatesPageProps & { chosenDay: DayNumber }) {
  const reader = useReader();
  const { t } = reader;
  const error = said.again?.errors.find(({ field }) => field === 'w');
  const isOff = override !== null && override.blocks.length === 0;
  return (
    <Form
      action={pathOf('dates')}
      id="day"
      class="stack divided"
      again={said.again}
      carried={{ form, of: whose.of, day: dayText(chosenDay) }}
      novalidate
    >
      <EnterPresses value="save" />
      <h3>{dayWords(chosenDay, reader)}</h3>
      <div role="radiogroup" aria-label={dayWords(chosenDay, reader)}>
        <Choice type="radio" name="open" value="no" label={t('page.host.days.dates.off')} checked={isOff} />
        <Choice
          type="radio"
          name="open"
          value="yes"
          label={t('page.host.days.dates.on')}
          checked={hours.length > 0}
        />
      </div>
      <BlocksOfDay blocks={blocks} problem={error?.text} />
      <Field
        name="label"
        label={t('page.host.days.label')}
        hint={t('page.host.days.reasonHint')}
        value={override?.label ?? ''}
        maxLength={200}
        autocomplete="off"
      />
      <div class="actions">
        <Button name="do" value="save">
          {t('page.host.save')}
        </Button>
      </div>
    </Form>
  );
}
