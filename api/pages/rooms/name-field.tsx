import { useReader } from '../reader.ts';

/** The longest name that somebody may come under. */
export const LONGEST_NAME = 80;

/** Under which name somebody comes. */
export function NameField({ name }: { name: string }) {
  const { t } = useReader();
  return (
    <div class="field">
      <label for="name">{t('page.room.name')}</label>
      <input
        id="name"
        name="displayName"
        type="text"
        maxLength={LONGEST_NAME}
        autocomplete="name"
        value={name}
        aria-describedby="name-hint"
      />
      <p id="name-hint" class="hint">
        {t('page.room.nameHint')}
      </p>
    </div>
  );
}
