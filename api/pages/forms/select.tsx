import type { JSX } from 'preact';
import { Labelled, useField, type Labels } from './field.tsx';

export interface Option {
  value: string;
  label: string;
}

/** Options under a heading. */
export interface OptionGroup {
  heading: string;
  options: readonly Option[];
}

interface SelectProps
  extends Labels, Omit<JSX.SelectHTMLAttributes<HTMLSelectElement>, keyof Labels | 'value'> {
  options: readonly (Option | OptionGroup)[];
  /** What is chosen before anybody has; what was chosen stays. */
  value: string;
}

/** A labelled choice of one among many, with its hint and with what is wrong with it. */
export function Select({ name, id = name, label, before, hint, options, value, ...select }: SelectProps) {
  const { typed, props } = useField(name, id, hint !== undefined);
  const chosen = typed ?? value;
  return (
    <Labelled {...{ name, id, label, before, hint }}>
      <select {...select} {...props}>
        {options.map((option) =>
          'heading' in option ? (
            <optgroup label={option.heading}>
              {option.options.map((one) => (
                <OneOption {...one} chosen={chosen} />
              ))}
            </optgroup>
          ) : (
            <OneOption {...option} chosen={chosen} />
          ),
        )}
      </select>
    </Labelled>
  );
}

const OneOption = ({ value, label, chosen }: Option & { chosen: string }) => (
  <option value={value} selected={value === chosen}>
    {label}
  </option>
);
