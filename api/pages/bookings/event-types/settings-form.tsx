import { regions } from '../../components/zone-picker.tsx';
import { Button } from '../../forms/button.tsx';
import { Choice } from '../../forms/choice.tsx';
import { ErrorSummary } from '../../forms/error-summary.tsx';
import { Field, TextArea } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { Select } from '../../forms/select.tsx';
import type { Again } from '../../forms/submitted.ts';
import { useReader } from '../../reader.ts';
import { Unsaved } from '../unsaved.tsx';
import { EnterPresses } from '../hours/blocks.tsx';
import type { Choosable } from './choosable.ts';
import { Limits } from './limits.tsx';
import { Box, Duration, Group, NumberField } from './parts.tsx';
import { Questions } from './questions.tsx';
import { Where } from './where.tsx';

interface SettingsFormProps {
  action: string;
  form: string;
  /** What stands in its fields, and what is wrong. */
  again: Again;
  choosable: Choosable;
  /** Of its owner. */
  timezone: string;
}

/** All settings of an event type, in groups. */
export function SettingsForm({ action, form, again, choosable, timezone }: SettingsFormProps) {
  const { t } = useReader();
  return (
    <Form
      action={action}
      class="stack-l"
      again={again}
      carried={{ form }}
      data-keep={again.errors.length > 0 ? 'typed' : ''}
      summarized
      novalidate
    >
      <EnterPresses value="save" />
      <ErrorSummary errors={again.errors} idOf={(field) => field} />
      <Group id="basics" title={t('page.host.group.basics')}>
        <Field name="title" label={t('page.host.field.title')} maxLength={200} required />
        <Field
          name="slug"
          label={t('page.host.field.slug')}
          hint={t('page.host.field.slugHint')}
          maxLength={63}
          required
          autocapitalize="off"
          spellcheck={false}
        />
        <TextArea
          name="description"
          label={t('page.host.field.description')}
          hint={t('page.host.field.descriptionHint')}
          maxLength={10_000}
        />
      </Group>
      <Time />
      <Where choosable={choosable} />
      <Guests />
      <Group id="access-group" title={t('page.host.group.access')}>
        <Select
          name="access"
          label={t('page.host.field.access')}
          options={(['public', 'secret', 'key'] as const).map((value) => ({
            value,
            label: t(`page.host.access.${value}`),
          }))}
          value="public"
        />
        <Select
          name="lockedZone"
          label={t('page.host.field.lockedZone')}
          hint={t('page.host.field.lockedZoneHint')}
          options={[{ value: '', label: t('page.host.field.ownZone') }, ...regions(timezone)]}
          value=""
        />
        <TextArea
          name="embed"
          label={t('page.host.field.embed')}
          hint={t('page.host.field.embedHint')}
          spellcheck={false}
        />
      </Group>
      <div class="actions save-bar">
        <Unsaved />
        <Button name="do" value="save">
          {t('page.host.save')}
        </Button>
      </div>
    </Form>
  );
}

function Time() {
  const { t } = useReader();
  return (
    <Group id="time" title={t('page.host.group.time')}>
      <Field
        name="lengths"
        label={t('page.host.field.lengths')}
        hint={t('page.host.field.lengthsHint')}
        required
        autocomplete="off"
      />
      <NumberField
        name="step"
        label={t('page.host.field.step')}
        hint={t('page.host.field.stepHint')}
        min={5}
        max={1_440}
      />
      <div class="half">
        <NumberField name="bufferBefore" label={t('page.host.field.bufferBefore')} min={0} max={1_440} />
        <NumberField name="bufferAfter" label={t('page.host.field.bufferAfter')} min={0} max={1_440} />
      </div>
      <p class="hint">{t('page.host.field.bufferHint')}</p>
      <Box name="buffersAgainstCalendars" label={t('page.host.field.buffersAgainstCalendars')} />
      <Duration name="notice" label={t('page.host.field.notice')} hint={t('page.host.field.noticeHint')} />
      <fieldset class="stack">
        <legend class="legend">{t('page.host.field.window')}</legend>
        <Choice
          type="radio"
          name="window"
          value="any"
          label={t('page.host.field.windowAny')}
          checked={false}
        />
        <Choice
          type="radio"
          name="window"
          value="days"
          label={t('page.host.field.windowIsDays')}
          checked={false}
        />
        <NumberField name="windowDays" label={t('page.host.field.windowDays')} min={1} max={731} />
        <Choice
          type="radio"
          name="window"
          value="dates"
          label={t('page.host.field.windowDates')}
          checked={false}
        />
        <div class="half">
          <Field name="firstDay" type="date" label={t('page.host.days.first')} />
          <Field name="lastDay" type="date" label={t('page.host.days.last')} />
        </div>
      </fieldset>
      <Limits />
    </Group>
  );
}

function Guests() {
  const { t } = useReader();
  return (
    <Group id="guests" title={t('page.host.group.guests')}>
      <Questions />
      <NumberField
        name="seats"
        label={t('page.host.field.seats')}
        hint={t('page.host.field.seatsHint')}
        min={1}
        max={99}
      />
      <Box name="approval" label={t('page.host.field.approval')} />
      <NumberField
        name="approvalHours"
        label={t('page.host.field.approvalHours')}
        hint={t('page.host.field.approvalHint')}
        min={1}
        max={336}
      />
      <Box name="changing" label={t('page.host.field.changing')} />
      <Duration name="change" label={t('page.host.field.change')} hint={t('page.host.field.changeHint')} />
      <Select
        name="policy"
        label={t('page.host.field.policy')}
        options={(['', 'strict', 'soft'] as const).map((value) => ({
          value,
          label: t(`page.host.policy.${value === '' ? 'usual' : value}`),
        }))}
        value=""
      />
      {(['mail', 'alarm'] as const).map((what) => (
        <fieldset class="stack">
          <Box name={`${what}Own`} label={t(`page.host.field.${what}Own`)} />
          <Field
            name={what}
            label={t(`page.host.field.${what}`)}
            hint={t('page.host.field.remindersHint')}
            autocomplete="off"
          />
        </fieldset>
      ))}
    </Group>
  );
}
