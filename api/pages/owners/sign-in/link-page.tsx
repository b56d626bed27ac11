import type { SignInTarget } from '../../../../domain/principals/sign-in-target.ts';
import type { SignInLink } from '../../../../queries/sessions.ts';
import { MessagePage } from '../../components/message-page.tsx';
import { Button } from '../../forms/button.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { SIGN_IN } from '../session.ts';
import { TARGETS } from './targets.ts';

interface LinkPageProps {
  link: SignInLink | null;
  token: string;
  /** Where its reader wants to go; absent: to their rooms. */
  to: SignInTarget | undefined;
  productName: string;
}

/** One button, because programs that look through mail open links and press nothing. */
export function LinkPage({ link, token, to, productName }: LinkPageProps) {
  if (link?.state !== 'open')
    return <SpentLink state={link?.state ?? 'unknown'} to={to} productName={productName} />;
  return <OpenLink email={link.address} token={token} to={to} productName={productName} />;
}

function OpenLink({ email, token, to, productName }: Omit<LinkPageProps, 'link'> & { email: string }) {
  const { t } = useReader();
  return (
    <MessagePage
      title={t('page.signIn.link.title')}
      lead={t('page.signIn.link.lead', { email })}
      productName={productName}
    >
      <Form action={`${SIGN_IN}/link`} class="stack" carried={{ s: token, to }}>
        <div class="actions">
          <Button>{t('page.signIn.link.button')}</Button>
        </div>
        <p class="small muted">{t('page.signIn.link.hint')}</p>
      </Form>
    </MessagePage>
  );
}

function SpentLink({
  state,
  to,
  productName,
}: Omit<LinkPageProps, 'link' | 'token'> & { state: 'used' | 'expired' | 'unknown' }) {
  const { t, chosen } = useReader();
  return (
    <MessagePage
      title={t(`page.signIn.${state}.title`)}
      lead={t(`page.signIn.${state}.lead`)}
      productName={productName}
    >
      <div class="actions">
        <a class="button" href={pathTo(SIGN_IN, { to, lang: chosen })}>
          {t('page.signIn.again')}
        </a>
        {state === 'used' && (
          <a class="button quiet" href={pathTo(to ? TARGETS[to].path : '/rooms', { lang: chosen })}>
            {t(to ? TARGETS[to].leads : 'page.signIn.toRooms')}
          </a>
        )}
      </div>
    </MessagePage>
  );
}
