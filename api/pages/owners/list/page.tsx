import type { FeedSettings, OwnRoom } from '../../../../queries/rooms.ts';
import { Button } from '../../forms/button.tsx';
import { Form } from '../../forms/form.tsx';
import { Layout } from '../../layout.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';

interface RoomListPageProps {
  productName: string;
  email: string;
  /** Proves that a form is of this session's own pages. */
  form: string;
  rooms: readonly Pick<OwnRoom, 'name' | 'feed'>[];
}

/** One's rooms, each with how its calendar stands. */
export function RoomListPage({ productName, email, form, rooms }: RoomListPageProps) {
  const { t } = useReader();
  return (
    <Layout title={t('page.rooms.title')} productName={productName}>
      <div class="stack-l">
        <div class="heading">
          <h1>{t('page.rooms.title')}</h1>
          <p class="lead">{t('page.rooms.signedIn', { email })}</p>
        </div>
        {rooms.length === 0 ? <Empty /> : rooms.map((room) => <Room {...room} />)}
        <Form action="/rooms/sign-out" carried={{ form }}>
          <div class="actions">
            <Button look="quiet compact">{t('page.rooms.signOut')}</Button>
          </div>
        </Form>
      </div>
    </Layout>
  );
}

function Empty() {
  const { t } = useReader();
  return (
    <div class="sheet heading">
      <h2>{t('page.rooms.empty.title')}</h2>
      <p class="muted">{t('page.rooms.empty.lead')}</p>
    </div>
  );
}

function Room({ name, feed }: RoomListPageProps['rooms'][number]) {
  const { t, chosen } = useReader();
  const state = stateOf(feed);
  return (
    <section class="sheet stack">
      <div class="roomhead">
        <h2>{name}</h2>
        <p class={`badge ${BADGES[state]}`}>{t(`page.rooms.calendar.${state}`)}</p>
      </div>
      <div class="actions">
        <a class="button compact" href={pathTo(`/rooms/${name}/settings`, { lang: chosen })}>
          {t('page.rooms.settings')}
        </a>
        <a class="button quiet compact" href={pathTo(`/room/${name}`, { lang: chosen })}>
          {t('page.rooms.open')}
        </a>
      </div>
    </section>
  );
}

const BADGES = { none: '', paused: '', good: 'good', bad: 'bad' } as const;

function stateOf({ maskedUrl, enabled, result }: FeedSettings): keyof typeof BADGES {
  if (maskedUrl === null) return 'none';
  if (!enabled) return 'paused';
  return result === 'failed' ? 'bad' : 'good';
}
