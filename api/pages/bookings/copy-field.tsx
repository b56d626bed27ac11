import { useReader } from '../reader.ts';

/** An address, or a piece of text, to be copied: by a button where a script runs, else by hand. */
export function CopyField({ id, label, value }: { id: string; label: string; value: string }) {
  const { t } = useReader();
  return (
    <div class="copying">
      <div class="field">
        <label for={id}>{label}</label>
        <input id={id} type="text" readOnly value={value} />
      </div>
      <button type="button" class="button quiet" data-copy={id} data-copied={t('page.host.copied')} hidden>
        {t('page.host.copy')} <span class="visually-hidden">{label}</span>
      </button>
    </div>
  );
}
