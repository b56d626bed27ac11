import type { SignInTarget } from '../../../../domain/principals/sign-in-target.ts';
import { z } from 'zod';
import { email } from '../../../routes/fields.ts';
import { MessagePage } from '../../components/message-page.tsx';
import { Button } from '../../forms/button.tsx';
import { defineForm } from '../../forms/define-form.ts';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import type { Again } from '../../forms/submitted.ts';
import { useReader } from '../../reader.ts';
import { SIGN_IN } from '../session.ts';
import { TARGETS } from './targets.ts';

export const SIGN_IN_FORM = defineForm(z.object({ email: email() }));

interface SignInPageProps {
  productName: string;
  /** Where its reader wants to go; empty: to all rooms of theirs. */
  room: string;
  to: SignInTarget | undefined;
  again?: Again | undefined;
}

/** Asks for the address that a link is mailed to. */
export function SignInPage({ productName, room, to, again }: SignInPageProps) {
  const { t } = useReader();
  const title = t(to ? TARGETS[to].title : 'page.signIn.title');
  return (
    <MessagePage title={title} lead={t('page.signIn.lead')} productName={productName}>
      <Form action={SIGN_IN} class="stack" of={SIGN_IN_FORM} again={again} carried={{ room, to }} novalidate>
        <Field name="email" type="email" label={t('page.signIn.email')} autocomplete="email" />
        <div class="actions">
          <Button>{t('page.signIn.button')}</Button>
        </div>
      </Form>
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
