import { Notice } from '../../components/notice.tsx';
import { Layout } from '../../layout.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { FeedForm } from './feed-form.tsx';
import { FetchLog } from './fetch-log.tsx';
import { GiveForm } from './give-form.tsx';
import { FeedHelp } from './help.tsx';
import { RoomForm } from './room-form.tsx';
import type { SettingsPageProps } from './shown.ts';
import { FeedStatus } from './status.tsx';

/** All settings of one room, for its owner. */
export function SettingsPage(props: SettingsPageProps) {
  const { room, url } = props;
  const { t, chosen } = useReader();
  // Whoever has no calendar yet needs its address next.
  const isSet = room.feed.maskedUrl !== null;
  return (
    <Layout title={t('page.settings.title', { room: room.name })} productName={room.tenantProductName}>
      <div class="stack-l">
        <div class="heading">
          <p class="eyebrow">
            <a href={pathTo('/rooms', { lang: chosen })}>{t('page.settings.all')}</a>
          </p>
          <h1>{t('page.settings.title', { room: room.name })}</h1>
        </div>
        <Done what={props.done} />
        <section class="sheet stack">
          <FeedForm {...props} />
        </section>
        {!isSet && <FeedHelp />}
        <section class="sheet stack">
          <FeedStatus {...props} />
        </section>
        <section class="sheet stack">
          <FetchLog fetches={props.fetches} zone={room.timezone} />
        </section>
        <section class="sheet stack">
          <h2>{t('page.settings.share.label')}</h2>
          <p>
            <a href={pathTo(`/room/${room.name}`, { lang: chosen })}>{url}</a>
          </p>
          <p class="hint">{t('page.settings.share.hint')}</p>
        </section>
        <section class="sheet stack">
          <RoomForm room={room} said={props.said.room} form={props.form} />
        </section>
        {isSet && <FeedHelp />}
        <section class="sheet stack">
          <GiveForm {...props} />
        </section>
        <section class="sheet stack">
          <h2>{t('page.settings.delete.heading')}</h2>
          <p>{t('page.settings.delete.lead')}</p>
          <div class="actions">
            <a class="button quiet" href={pathTo(`/rooms/${room.name}/delete`, { lang: chosen })}>
              {t('page.settings.delete.button')}
            </a>
          </div>
        </section>
      </div>
    </Layout>
  );
}

function Done({ what }: { what: string }) {
  const { t } = useReader();
  if (what === 'saved') return <Notice kind="good" title={t('page.settings.saved')} />;
  if (what === 'made') return <Notice kind="good" title={t('page.settings.made')} />;
  if (what === 'removed') return <Notice kind="good" title={t('page.settings.removed')} />;
  if (what === 'running') return <Notice kind="plain" title={t('page.settings.status.running')} />;
  return null;
}
