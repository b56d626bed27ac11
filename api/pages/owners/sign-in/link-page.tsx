import type { SignInLink } from '../../../../queries/sessions.ts';
import { MessagePage } from '../../components/message-page.tsx';
import { Button } from '../../forms/button.tsx';
import { Form } from '../../forms/form.tsx';
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
      <Form action={`${SIGN_IN}/link`} class="stack" carried={{ s: token }}>
        <div class="actions">
          <Button>{t('page.signIn.link.button')}</Button>
        </div>
        <p class="small muted">{t('page.signIn.link.hint')}</p>
      </Form>
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
