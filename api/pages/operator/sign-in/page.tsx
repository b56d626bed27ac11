import { z } from 'zod';
import { SIGN_IN } from '../../owners/session.ts';
import { MessagePage } from '../../components/message-page.tsx';
import { Button } from '../../forms/button.tsx';
import { defineForm } from '../../forms/define-form.ts';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import type { Again } from '../../forms/submitted.ts';
import { SIGN_IN_FORM } from '../../owners/sign-in/sign-in-page.tsx';
import { useReader } from '../../reader.ts';
import { OPERATOR } from '../paths.ts';

export const KEY_FORM = defineForm(z.object({ key: z.string().regex(/^[\x21-\x7e]{1,256}$/) }));

/** By a key, or by a mailed link as members sign in. */
export function OperatorSignInPage({
  productName,
  again,
}: {
  productName: string;
  again: Again | undefined;
}) {
  const { t } = useReader();
  return (
    <MessagePage
      title={t('page.operator.signIn.title')}
      lead={t('page.operator.signIn.lead')}
      productName={productName}
    >
      <Form action={`${OPERATOR}/sign-in`} class="stack" of={KEY_FORM} again={again} novalidate>
        <Field
          name="key"
          type="password"
          label={t('page.operator.signIn.key')}
          hint={t('page.operator.signIn.keyHint')}
          autocomplete="current-password"
          spellcheck={false}
        />
        <div class="actions">
          <Button>{t('page.operator.signIn.keyButton')}</Button>
        </div>
      </Form>
      <Form action={SIGN_IN} class="stack divided" of={SIGN_IN_FORM} novalidate>
        <h2>{t('page.operator.signIn.byMail')}</h2>
        <Field name="email" type="email" label={t('page.operator.signIn.email')} autocomplete="email" />
        <div class="actions">
          <Button look="quiet">{t('page.operator.signIn.emailButton')}</Button>
        </div>
      </Form>
    </MessagePage>
  );
}
