import { MOST_LIMITS } from '../../../../domain/booking/event-type-rules.ts';
import { Field } from '../../forms/field.tsx';
import { useForm } from '../../forms/form.tsx';
import { Select } from '../../forms/select.tsx';
import { useReader } from '../../reader.ts';
import { rowsIn } from './fields.ts';
import { NumberField } from './parts.tsx';

/** How much may be booked: a row each, and an empty one for one more. */
export function Limits() {
  const { t } = useReader();
  const { again } = useForm();
  const rows = Math.min(rowsIn(again?.typed ?? {}, 'limits', MOST_LIMITS) + 1, MOST_LIMITS);
  return (
    <fieldset class="stack">
      <legend class="legend">{t('page.host.field.limits')}</legend>
      <p class="hint">{t('page.host.field.limitsHint')}</p>
      {Array.from({ length: rows }, (_, at) => (
        <div class="asked half">
          <NumberField
            name={`limits.${at}.most`}
            label={t('page.host.field.most', { at: at + 1 })}
            min={1}
            max={44_640}
          />
          <Select
            name={`limits.${at}.of`}
            label={t('page.host.field.limitOf')}
            options={(['bookings', 'minutes'] as const).map((value) => ({
              value,
              label: t(`page.host.limit.${value}`),
            }))}
            value="bookings"
          />
          <Select
            name={`limits.${at}.per`}
            label={t('page.host.field.limitPer')}
            options={(['day', 'week', 'month'] as const).map((value) => ({
              value,
              label: t(`page.host.limit.${value}`),
            }))}
            value="day"
          />
          <Field
            name={`limits.${at}.length`}
            type="number"
            min={5}
            label={t('page.host.field.limitLength')}
            autocomplete="off"
          />
        </div>
      ))}
    </fieldset>
  );
}
