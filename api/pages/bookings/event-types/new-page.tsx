import { Button } from '../../forms/button.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import type { Again } from '../../forms/submitted.ts';
import { useReader } from '../../reader.ts';
import { HostPage, type HostFrame } from '../frame.tsx';
import { EVENT_TYPES } from '../paths.ts';

/** What an event type needs; all else has a default, and is set once it is there. */
export function NewPage({ again, id, ...frame }: HostFrame & { id: string; again?: Again | undefined }) {
  const { t } = useReader();
  return (
    <HostPage {...frame} section="types" title={t('page.host.types.new')}>
      <section class="sheet stack">
        <Form
          action={`${EVENT_TYPES}/new`}
          class="stack"
          again={again}
          carried={{ form: frame.form, id }}
          novalidate
        >
          <Field
            name="title"
            label={t('page.host.field.title')}
            hint={t('page.host.field.titleHint')}
            maxLength={200}
            required
          />
          <Field
            name="lengths"
            label={t('page.host.field.lengths')}
            hint={t('page.host.field.lengthsHint')}
            value="30"
            required
            autocomplete="off"
          />
          <Field
            name="slug"
            label={t('page.host.field.slug')}
            hint={t('page.host.field.slugNewHint')}
            maxLength={63}
            autocapitalize="off"
            spellcheck={false}
            autocomplete="off"
          />
          <div class="actions">
            <Button>{t('page.host.types.make')}</Button>
          </div>
        </Form>
      </section>
    </HostPage>
  );
}
