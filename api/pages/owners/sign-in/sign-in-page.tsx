import { LanguageField } from '../../components/language-chooser.tsx';
import { MessagePage } from '../../components/message-page.tsx';
import { useReader } from '../../reader.ts';
import { SIGN_IN } from '../session.ts';

interface SignInPageProps {
  productName: string;
  /** Where its reader wants to go; empty: to all rooms of theirs. */
  room: string;
  /** What was typed and is no address. */
  typed?: string | undefined;
}

/** Asks for the address that a link is mailed to. */
export function SignInPage({ productName, room, typed }: SignInPageProps) {
  const { t } = useReader();
  const wrong = typed !== undefined;
  return (
    <MessagePage title={t('page.signIn.title')} lead={t('page.signIn.lead')} productName={productName}>
      <form method="post" action={SIGN_IN} class="stack" novalidate>
        <input type="hidden" name="room" value={room} />
        <LanguageField />
        <div class="field">
          <label for="email">{t('page.signIn.email')}</label>
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="email"
            required
            maxLength={254}
            value={typed}
            {...(wrong && { 'aria-invalid': true, 'aria-describedby': 'email-error', 'data-focus': '' })}
          />
          {wrong && (
            <p class="error" id="email-error" role="alert">
              {t('page.signIn.invalid')}
            </p>
          )}
        </div>
        <div class="actions">
          <button class="button" type="submit">
            {t('page.signIn.button')}
          </button>
        </div>
      </form>
    </MessagePage>
  );
}

/** The same for everybody, whether or not the address is known. */
export function LinkSent({ productName }: { productName: string }) {
  const { t } = useReader();
  return (
    <MessagePage
      title={t('page.signIn.sent.title')}
      badge={{ kind: 'good', text: t('page.signIn.sent.badge') }}
      lead={t('page.signIn.sent.lead')}
      productName={productName}
    >
      <p class="muted">{t('page.signIn.sent.hint')}</p>
    </MessagePage>
  );
}
