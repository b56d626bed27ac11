import { useReader } from '../reader.ts';
import type { FieldError } from './submitted.ts';

/**
 * All that is wrong with a form of several fields, above it, each leading to its field.
 *
 * @param idOf the id of a field
 */
export function ErrorSummary({
  errors,
  idOf,
}: {
  errors: readonly FieldError[];
  idOf: (field: string) => string;
}) {
  const { t } = useReader();
  return errors.length === 0 ? null : (
    <div class="notice bad" role="alert" tabIndex={-1} data-focus="">
      <h2>{t('page.reschedule.error.summary', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li>
            <a href={`#${idOf(field)}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
