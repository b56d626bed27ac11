import type { EventType } from '../../../../queries/event-types.ts';
import { Notice } from '../../components/notice.tsx';
import { Button } from '../../forms/button.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { Done, HostPage, type HostFrame } from '../frame.tsx';
import { EVENT_TYPES } from '../paths.ts';
import { TypeList } from './type-list.tsx';

interface ListPageProps extends HostFrame {
  eventTypes: readonly EventType[];
  slug: string | null;
  publicUrl: string;
  done: string;
  /** The id of one that was deleted just now, and can be brought back; empty: none. */
  deleted: string;
}

/** All event types of a host. */
export function ListPage({ eventTypes, slug, publicUrl, done, deleted, ...frame }: ListPageProps) {
  const { t, chosen } = useReader();
  return (
    <HostPage
      {...frame}
      section="types"
      title={t('page.host.section.types')}
      said={
        deleted === '' ? (
          <Done done={done} />
        ) : (
          <Notice kind="good" title={t('page.host.done.deleted')}>
            <Form action={`${EVENT_TYPES}/${deleted}/restore`} carried={{ form: frame.form }} class="actions">
              <Button look="quiet compact">{t('page.host.undo')}</Button>
            </Form>
          </Notice>
        )
      }
    >
      <section class="sheet stack">
        {eventTypes.length === 0 ? (
          <p>{t('page.host.types.empty')}</p>
        ) : (
          <TypeList {...{ eventTypes, slug, publicUrl }} />
        )}
        <div class="actions">
          <a class="button" href={pathTo(`${EVENT_TYPES}/new`, { lang: chosen })}>
            {t('page.host.types.new')}
          </a>
        </div>
      </section>
    </HostPage>
  );
}
