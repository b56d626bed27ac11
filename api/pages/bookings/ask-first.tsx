import type { ComponentChildren } from 'preact';
import { MessagePage } from '../components/message-page.tsx';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import type { HostFrame } from './frame.tsx';

interface AskFirstProps extends HostFrame {
  title: string;
  /** What yes is called: to delete it, when absent. */
  yes?: string;
  lead: ComponentChildren;
  /** Where yes is sent, and where no leads to. */
  action: string;
  back: string;
  /** What no shows there, as its address says it. */
  backOf?: string;
}

/** Asks before something is gone. */
export function AskFirst({ title, yes, lead, action, back, backOf, form, productName }: AskFirstProps) {
  const { t, chosen } = useReader();
  return (
    <MessagePage title={title} lead={lead} productName={productName}>
      <Form action={action} class="stack" carried={{ form }}>
        <div class="actions">
          <Button look="danger">{yes ?? t('page.host.delete')}</Button>
          <a class="button quiet" href={pathTo(back, { of: backOf, lang: chosen })}>
            {t('page.host.keep')}
          </a>
        </div>
      </Form>
    </MessagePage>
  );
}
