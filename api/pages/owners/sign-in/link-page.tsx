import type { SignInLink } from '../../../../adapters/postgres/people/sign-ins.ts';
import { LanguageField } from '../../components/language-chooser.tsx';
import { MessagePage } from '../../components/message-page.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { SIGN_IN } from '../session.ts';

interface LinkPageProps {
  link: SignInLink | null;
  token: string;
  productName: string;
}

/** One button, because programs that look through mail open links and press nothing. */
export function LinkPage({ link, token, productName }: LinkPageProps) {
  if (link?.state !== 'open') return <SpentLink state={link?.state ?? 'unknown'} productName={productName} />;
  return <OpenLink email={link.address} token={token} productName={productName} />;
}

function OpenLink({ email, token, productName }: { email: string; token: string; productName: string }) {
  const { t } = useReader();
  return (
    <MessagePage
      title={t('page.signIn.link.title')}
      lead={t('page.signIn.link.lead', { email })}
      productName={productName}
    >
      <form method="post" action={`${SIGN_IN}/link`} class="stack">
        <input type="hidden" name="s" value={token} />
        <LanguageField />
        <div class="actions">
          <button class="button" type="submit">
            {t('page.signIn.link.button')}
          </button>
        </div>
        <p class="small muted">{t('page.signIn.link.hint')}</p>
      </form>
    </MessagePage>
  );
}

function SpentLink({ state, productName }: { state: 'used' | 'expired' | 'unknown'; productName: string }) {
  const { t, chosen } = useReader();
  return (
    <MessagePage
      title={t(`page.signIn.${state}.title`)}
      lead={t(`page.signIn.${state}.lead`)}
      productName={productName}
    >
      <div class="actions">
        <a class="button" href={pathTo(SIGN_IN, { lang: chosen })}>
          {t('page.signIn.again')}
        </a>
        {state === 'used' && (
          <a class="button quiet" href={pathTo('/rooms', { lang: chosen })}>
            {t('page.signIn.toRooms')}
          </a>
        )}
      </div>
    </MessagePage>
  );
}
