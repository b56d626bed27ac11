import type { ComponentChildren } from 'preact';
import { useReader } from '../reader.ts';
import type { FieldError, FieldName } from './fields.ts';

export const fieldId = (name: FieldName): string => `field-${name}`;

/** What ties an input to its hint and its error. */
export function fieldProps(name: FieldName, errors: readonly FieldError[], hint = false) {
  const wrong = errors.some((error) => error.field === name);
  const described = [wrong ? `${fieldId(name)}-error` : '', hint ? `${fieldId(name)}-hint` : ''];
  return {
    id: fieldId(name),
    name,
    'aria-invalid': wrong ? ('true' as const) : undefined,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
  };
}

interface FieldProps {
  name: FieldName;
  label: string;
  errors: readonly FieldError[];
  hint?: string;
  children: ComponentChildren;
}

/** A labelled field with its hint and its error. */
export const Field = ({ name, label, errors, hint, children }: FieldProps) => (
  <div class="field">
    <label for={fieldId(name)}>{label}</label>
    {children}
    {hint && (
      <span class="hint" id={`${fieldId(name)}-hint`}>
        {hint}
      </span>
    )}
    {errors
      .filter((error) => error.field === name)
      .slice(0, 1)
      .map((error) => (
        <span class="error" id={`${fieldId(name)}-error`}>
          {error.text}
        </span>
      ))}
  </div>
);

/** All that is wrong, above the form, each leading to its field. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const { t } = useReader();
  return errors.length === 0 ? null : (
    <div class="notice bad" role="alert" tabIndex={-1} data-focus="">
      <h2>{t('page.reschedule.error.summary', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li>
            <a href={`#${fieldId(error.field)}`}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
