import type Router from '@koa/router';
import { SYNCED, syncRoom, type Synced } from '../../../../commands/operations/sync-room.ts';
import { FEED_STATUSES, feedsFor, type FeedView } from '../../../../queries/operations/feeds.ts';
import type { ApiDeps } from '../../../deps.ts';
import { fetchProblemWords } from '../../../rooms/feed-words.ts';
import { Notice } from '../../components/notice.tsx';
import { queryText } from '../../form-body.ts';
import { chosenLanguage, useReader } from '../../reader.ts';
import { pathTo, seeOther } from '../../render.tsx';
import { OperatorPage } from '../frame.tsx';
import { Action, Badge, Entry, Listed, utc, type Look } from '../parts.tsx';
import { operatorDoors, type Show, type Take } from '../doors.ts';
import { OPERATOR } from '../paths.ts';
import { sendOperatorPage } from '../show.tsx';

const PATH = `${OPERATOR}/feeds`;
const MOST = 200;

/** The calendars that rooms follow, those that fail first. */
export function operatorFeedRoutes(router: Router, deps: ApiDeps): void {
  const { get, post } = operatorDoors(router, deps);
  get(PATH, showFeeds);
  post(PATH, sync);
}

const showFeeds: Show = async (ctx, deps, operator) => {
  const filter = { statuses: FEED_STATUSES, limit: MOST };
  const feeds = await feedsFor(deps, operator.actor, operator.tenantId, filter);
  const nowMs = deps.clock.nowMs();
  await sendOperatorPage(ctx, deps, operator, ({ reader: { t }, form, productName }) => (
    <OperatorPage
      {...{ form, productName, nowMs }}
      section="feeds"
      title={t('page.operator.feeds')}
      said={<Done what={queryText(ctx, 'done')} />}
    >
      <Listed
        heading={t('page.operator.feeds')}
        rows={feeds}
        empty={t('page.operator.feed.empty')}
        row={(feed) => <Feed feed={feed} form={form} texts={deps.texts} />}
      />
    </OperatorPage>
  ));
};

const isSynced = (code: string): code is Synced['code'] => SYNCED.some((known) => known === code);

function Done({ what }: { what: string }) {
  const { t } = useReader();
  if (!isSynced(what)) return null;
  const kind = what === 'synced' ? 'good' : what === 'failed' ? 'warn' : 'plain';
  return <Notice kind={kind} title={t(`page.operator.feed.done.${what}`)} />;
}

const LOOKS: Record<FeedView['status'], Look> = {
  ...{ fine: 'good', failing: 'bad', withheld: 'warn', unread: '', paused: '' },
};

interface FeedProps {
  feed: FeedView;
  form: string;
  texts: ApiDeps['texts'];
}

function Feed({ feed, form, texts }: FeedProps) {
  const reader = useReader();
  const { t } = reader;
  const { room, status, reason, lastSyncAt, events, problems, maskedUrl } = feed;
  return (
    <Entry
      title={room}
      badge={<Badge look={LOOKS[status]}>{t(`page.operator.feed.status.${status}`)}</Badge>}
      lines={[
        lastSyncAt
          ? t('page.operator.feed.last', { time: utc(lastSyncAt, reader) })
          : t('page.operator.feed.never'),
        status === 'failing' && (
          <>
            {fetchProblemWords(reason ?? 'other', texts, t)} <code>{reason}</code>
          </>
        ),
        status === 'withheld' && <code>{reason}</code>,
        lastSyncAt && t('page.operator.feed.counts', { events, problems }),
        maskedUrl,
      ]}
      action={
        status !== 'paused' && (
          <Action action={PATH} fields={{ form, room }} about={room}>
            {t('page.operator.feed.sync')}
          </Action>
        )
      }
    />
  );
}

const sync: Take = async (ctx, deps, { actor, tenantId }, form) => {
  const { code } = await syncRoom(deps, actor, tenantId, form.get('room') ?? '');
  seeOther(ctx, pathTo(PATH, { done: code, lang: chosenLanguage(ctx) }));
};
