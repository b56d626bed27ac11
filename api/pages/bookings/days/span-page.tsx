import { randomUUID } from 'node:crypto';
import { ZoneField } from '../../components/zone-picker.tsx';
import { Button } from '../../forms/button.tsx';
import { Choice } from '../../forms/choice.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import type { HostFrame } from '../frame.tsx';
import { BlocksOfDay, EnterPresses } from '../hours/blocks.tsx';
import type { TypedBlock } from '../hours/typed.ts';
import { WEEK_ORDER } from '../hours/week.ts';
import { weekdayNames } from '../hours/weekday-names.ts';
import type { SpanKind } from './kinds.tsx';
import type { Whose } from './owner.ts';
import { DaysPage, Entries, MembersEntries, SpanFields, type Listed, type SaidOfDays } from './parts.tsx';
import { pathOf } from './tabs.tsx';

interface SpanPageProps extends HostFrame {
  kind: SpanKind;
  whose: Whose;
  entries: readonly Listed[];
  /** Of the member, where the page is about an event type that has them, too. */
  membersEntries: readonly Listed[];
  /** YYYY-MM-DD */
  today: string;
  timezone: string;
  blocks: readonly TypedBlock[];
  done: string;
  said: SaidOfDays;
}

/** Vacations, temporary hours or journeys: what there is, and a form for one more. */
export function SpanPage({
  kind,
  whose,
  entries,
  membersEntries,
  today,
  timezone,
  blocks,
  done,
  said,
  ...frame
}: SpanPageProps) {
  const { t } = useReader();
  const { tab } = kind;
  const { of } = whose;
  const action = pathOf(tab);
  return (
    <DaysPage {...frame} tab={tab} of={of} typeTitle={whose.title} done={done} said={said}>
      <Entries
        heading={t(`page.host.tab.${tab}`)}
        empty={t(`page.host.days.${tab}.empty`)}
        entries={entries}
        action={action}
        carried={{ form: frame.form, of }}
      />
      <MembersEntries tab={tab} entries={membersEntries} />
      <section class="sheet stack">
        <h2>{t(`page.host.days.${tab}.new`)}</h2>
        <p class="muted">{t(`page.host.days.${tab}.lead`)}</p>
        <Form
          action={action}
          class="stack"
          again={said.again}
          carried={{ form: frame.form, of, id: randomUUID() }}
          novalidate
        >
          <EnterPresses value="save" />
          {tab === 'temporary' && (
            <Field
              name="name"
              label={t('page.host.days.name')}
              hint={t('page.host.days.nameHint')}
              maxLength={200}
              required
              autocomplete="off"
            />
          )}
          <SpanFields today={today} />
          {tab === 'vacations' && (
            <Field
              name="reason"
              label={t('page.host.days.reason')}
              hint={t('page.host.days.reasonHint')}
              maxLength={200}
              autocomplete="off"
            />
          )}
          {tab === 'temporary' && <Times blocks={blocks} said={said} />}
          {tab === 'travels' && <ZoneField label={t('page.host.days.zone')} value={timezone} />}
          <div class="actions">
            <Button name="do" value="save">
              {t('page.host.add')}
            </Button>
          </div>
        </Form>
      </section>
    </DaysPage>
  );
}

function Times({ blocks, said }: { blocks: readonly TypedBlock[]; said: SaidOfDays }) {
  const reader = useReader();
  const { t } = reader;
  const names = weekdayNames(reader);
  const error = said.again?.errors.find(({ field }) => field === 'w');
  return (
    <>
      <fieldset>
        <legend class="legend">{t('page.host.days.weekdays')}</legend>
        <div class="choices">
          {WEEK_ORDER.map((weekday) => (
            <Choice
              type="checkbox"
              name={`weekday.${weekday}`}
              value="yes"
              label={names[weekday] ?? ''}
              checked={false}
            />
          ))}
        </div>
        <p class="hint">{t('page.host.days.weekdaysHint')}</p>
      </fieldset>
      <fieldset>
        <legend class="legend">{t('page.host.days.times')}</legend>
        <BlocksOfDay blocks={blocks} problem={error?.text} />
      </fieldset>
    </>
  );
}
