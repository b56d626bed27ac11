import { useReader } from '../reader.ts';
import { LanguageField } from './language-chooser.tsx';

interface RenewFormProps {
  token: string;
  zone?: string | undefined;
  quiet?: boolean;
}

/** Asks for a fresh link; it goes by mail to the address that the old one was made for, which stays unsaid. */
export const RenewForm = ({ token, zone, quiet = false }: RenewFormProps) => {
  const { t } = useReader();
  return (
    <div class="stack">
      <form method="post" action="/links/renew">
        <input type="hidden" name="t" value={token} />
        {zone && <input type="hidden" name="zone" value={zone} />}
        <LanguageField />
        <div class="actions">
          <button class={quiet ? 'button quiet' : 'button'} type="submit">
            {t('page.renew.button')}
          </button>
        </div>
      </form>
      <p class="small muted">{t('page.renew.hint')}</p>
    </div>
  );
};
