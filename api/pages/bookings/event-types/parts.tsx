import type { ComponentChildren } from 'preact';
import { Choice } from '../../forms/choice.tsx';
import { Field, useField, Labelled } from '../../forms/field.tsx';
import { useReader } from '../../reader.ts';
import { UNITS, type Unit } from './fields.ts';

/** Settings that belong together. */
export const Group = ({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ComponentChildren;
}) => (
  <section class="sheet stack" id={id}>
    <h2>{title}</h2>
    {children}
  </section>
);

interface NumberFieldProps {
  name: string;
  label: string;
  hint?: string;
  min: number;
  max: number;
  required?: boolean;
  value?: string | undefined;
}

/** A whole number. */
export const NumberField = (props: NumberFieldProps) => (
  <Field type="number" inputMode="numeric" step={1} autocomplete="off" {...props} />
);

/** A box to check that stands alone. */
export const Box = ({ name, label }: { name: string; label: string }) => (
  <Choice type="checkbox" name={name} value="yes" label={label} checked={false} autocomplete="off" />
);

interface DurationProps {
  name: string;
  label: string;
  hint?: string;
}

/** A number of minutes, hours or days. */
export function Duration({ name, label, hint }: DurationProps) {
  const { t } = useReader();
  const unit = useField(`${name}Unit`, `${name}Unit`, false);
  return (
    <div class="half">
      <Field name={name} type="number" min={0} step={1} label={label} hint={hint} autocomplete="off" />
      <Labelled name={`${name}Unit`} label={t('page.host.unit')}>
        <select {...unit.props} autocomplete="off">
          {(Object.keys(UNITS) as Unit[]).map((one) => (
            <option value={one} selected={unit.typed === one}>
              {t(`page.host.units.${one}`)}
            </option>
          ))}
        </select>
      </Labelled>
    </div>
  );
}
