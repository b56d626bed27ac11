import { Field } from '../forms/field.tsx';
import { useReader } from '../reader.ts';

/** Under which name somebody comes. */
export function NameField({ name }: { name: string }) {
  const { t } = useReader();
  return (
    <Field
      name="displayName"
      id="name"
      type="text"
      label={t('page.room.name')}
      hint={t('page.room.nameHint')}
      autocomplete="name"
      value={name}
    />
  );
}
