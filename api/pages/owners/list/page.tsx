import type { FeedSettings, MembersRooms, OwnRoom } from '../../../../queries/rooms.ts';
import { formatInstant } from '../../../../adapters/texts/times.ts';
import { BOOKINGS } from '../../bookings/paths.ts';
import { Notice } from '../../components/notice.tsx';
import { Button } from '../../forms/button.tsx';
import { Form } from '../../forms/form.tsx';
import type { Again } from '../../forms/submitted.ts';
import { Layout } from '../../layout.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { MakeForm } from './make-form.tsx';

/** What a press of a button on this page did, and to which room. */
export interface Done {
  what: string;
  room: string;
}

export interface RoomListPageProps extends MembersRooms {
  productName: string;
  email: string;
  /** The member's. */
  timezone: string;
  /** Proves that a form is of this session's own pages. */
  form: string;
  done: Done;
  /** The form to make a room, when something was wrong with it. */
  again?: Again | undefined;
}

/** One's rooms, each with how its calendar stands; those that are offered, and those that can be brought back. */
export function RoomListPage(props: RoomListPageProps) {
  const { productName, email, form, rooms, deleted, offered } = props;
  const { t, chosen } = useReader();
  return (
    <Layout title={t('page.rooms.title')} productName={productName}>
      <div class="stack-l">
        <div class="heading">
          <p class="eyebrow">
            <a href={pathTo(BOOKINGS, { lang: chosen })}>{t('page.host.toBookings')}</a>
          </p>
          <h1>{t('page.rooms.title')}</h1>
          <p class="lead">{t('page.rooms.signedIn', { email })}</p>
        </div>
        <WhatWasDone {...props.done} />
        {offered.map((room) => (
          <Offered {...room} form={form} />
        ))}
        {rooms.length === 0 ? <Empty /> : rooms.map((room) => <Room {...room} />)}
        <MakeForm form={form} again={props.again} timezone={props.timezone} />
        {deleted.length > 0 && <Deleted {...props} />}
        <Form action="/rooms/sign-out" carried={{ form }}>
          <div class="actions">
            <Button look="quiet compact">{t('page.rooms.signOut')}</Button>
          </div>
        </Form>
      </div>
    </Layout>
  );
}

function WhatWasDone({ what, room }: Done) {
  const { t } = useReader();
  switch (what) {
    case 'deleted':
    case 'restored':
    case 'taken':
    case 'refused':
      return (
        <Notice kind={what === 'refused' ? 'plain' : 'good'} title={t(`page.rooms.done.${what}`, { room })} />
      );
    case 'nameTaken':
      return <Notice kind="warn" title={t('page.rooms.done.nameTaken', { room })} />;
    default:
      return null;
  }
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

function Offered({ roomId, name, form }: MembersRooms['offered'][number] & { form: string }) {
  const { t } = useReader();
  return (
    <section class="sheet stack">
      <h2>{t('page.rooms.offered.title', { room: name })}</h2>
      <p>{t('page.rooms.offered.lead')}</p>
      <Form action="/rooms/offers" carried={{ form, id: roomId }}>
        <div class="actions">
          <Button name="answer" value="take">
            {t('page.rooms.offered.take')}
          </Button>
          <Button look="quiet" name="answer" value="refuse">
            {t('page.rooms.offered.refuse')}
          </Button>
        </div>
      </Form>
    </section>
  );
}

function Room({ name, feed }: Pick<OwnRoom, 'name' | 'feed'>) {
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

function Deleted({ deleted, form, timezone }: RoomListPageProps) {
  const reader = useReader();
  const { t } = reader;
  return (
    <section class="sheet stack">
      <h2>{t('page.rooms.deleted.heading')}</h2>
      <ul class="entries">
        {deleted.map(({ id, name, until }) => (
          <li>
            <strong>{name}</strong>
            <span class="small muted">
              {t('page.rooms.deleted.until', {
                day: formatInstant(until.getTime(), timezone, reader, 'date'),
              })}
            </span>
            <Form action="/rooms/restore" carried={{ form, id }}>
              <div class="actions">
                <Button look="quiet compact" aria-label={`${t('page.rooms.deleted.restore')}: ${name}`}>
                  {t('page.rooms.deleted.restore')}
                </Button>
              </div>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

const BADGES = { none: '', paused: '', good: 'good', bad: 'bad' } as const;

function stateOf({ maskedUrl, enabled, result }: FeedSettings): keyof typeof BADGES {
  if (maskedUrl === null) return 'none';
  if (!enabled) return 'paused';
  return result === 'failed' ? 'bad' : 'good';
}
