import { useReader } from '../../reader.ts';

const PROGRAMS = [
  ['google', 'Google Calendar'],
  ['outlook', 'Outlook, Microsoft 365'],
  ['apple', 'Apple Calendar'],
  ['nextcloud', 'Nextcloud'],
  ['fastmail', 'Fastmail'],
] as const;

/** Where each calendar program keeps the address of a calendar. */
export function FeedHelp() {
  const { t } = useReader();
  return (
    <section class="sheet stack">
      <h2>{t('page.settings.help.heading')}</h2>
      <dl class="terms">
        {PROGRAMS.map(([key, name]) => (
          <div>
            <dt>{name}</dt>
            <dd>{t(`page.settings.help.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{t('page.settings.help.careful')}</p>
    </section>
  );
}
