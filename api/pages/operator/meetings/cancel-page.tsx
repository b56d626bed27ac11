import { z } from 'zod';
import { LONGEST_REASON } from '../../../../commands/meetings/cancel-meeting.ts';
import { MessagePage } from '../../components/message-page.tsx';
import { Button } from '../../forms/button.tsx';
import { defineForm } from '../../forms/define-form.ts';
import { TextArea } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { typedLine } from '../../forms/typed-fields.ts';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { OPERATOR } from '../paths.ts';

export const CANCEL_FORM = defineForm(z.object({ reason: typedLine(LONGEST_REASON) }));

interface CancelPageProps {
  productName: string;
  form: string;
  id: string;
}

/** The question that comes before a meeting is cancelled. */
export function CancelPage({ productName, form, id }: CancelPageProps) {
  const { t, chosen } = useReader();
  const path = `${OPERATOR}/meetings/${id}`;
  return (
    <MessagePage
      title={t('page.operator.meeting.cancelTitle')}
      about={id}
      lead={t('page.operator.meeting.cancelLead')}
      productName={productName}
    >
      <Form action={`${path}/cancel`} class="stack" of={CANCEL_FORM} carried={{ form }}>
        <TextArea name="reason" label={t('page.operator.meeting.reason')} />
        <div class="actions">
          <Button look="danger">{t('page.operator.meeting.cancelButton')}</Button>
          <a class="button quiet" href={pathTo(path, { lang: chosen })}>
            {t('page.operator.meeting.keep')}
          </a>
        </div>
      </Form>
    </MessagePage>
  );
}
