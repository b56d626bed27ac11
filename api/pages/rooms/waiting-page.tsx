import type { SeenMeeting } from '../../../queries/room-meetings.ts';
import { formatMoment } from '../../../adapters/texts/times.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { Notice } from '../components/notice.tsx';
import { TimeCard } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { Layout } from '../layout.tsx';
import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import { isoOf } from '../time/format.ts';
import type { ReaderZone } from '../time/zone.ts';
import { ENTER_FORM } from './forms.ts';
import { Live } from './live.tsx';
import { Clock } from './meeting-card.tsx';
import { NameField } from './name-field.tsx';
import { eventsPath, joinPath, roomPath, waitingPath, type PageRoom } from './page-room.ts';
import { Presence } from './presence.tsx';
import { RoomScript } from './script.tsx';

export type WaitingState = 'early' | 'ready' | 'cancelled' | 'closed';

export function waitingState({ meeting }: SeenMeeting): WaitingState {
  if (meeting.state === 'cancelled' || meeting.state === 'closed') return meeting.state;
  return meeting.enterable ? 'ready' : 'early';
}

const BADGES = { early: 'warn', ready: 'good', cancelled: 'bad', closed: '' } as const;
/** How often a page without scripts looks again. */
const LOOK_AGAIN_SECONDS = 10;

interface WaitingPageProps {
  room: PageRoom;
  seen: SeenMeeting;
  /** For which start the reader came; null: for whichever it is. */
  cameForMs: Instant | null;
  version: string;
  nowMs: Instant;
  zone: ReaderZone;
  name: string;
}

/** Where somebody waits who came before the room is open. */
export function WaitingPage(props: WaitingPageProps) {
  const { room, seen, zone, name } = props;
  const { meeting } = seen;
  const { t, chosen } = useReader();
  const state = waitingState(seen);
  const over = state === 'cancelled' || state === 'closed';
  const kept = {
    lang: chosen,
    zone: zone.source === 'chosen' ? zone.name : '',
    name,
    start: isoOf(props.cameForMs ?? meeting.startMs),
  };
  const self = waitingPath(room.name, meeting.id);
  return (
    <Layout
      title={meeting.title}
      productName={room.productName}
      foot={t('page.room.foot')}
      head={
        <>
          <RoomScript />
          {!over && (
            <noscript>
              <meta http-equiv="refresh" content={`${LOOK_AGAIN_SECONDS}; url=${pathTo(self, kept)}`} />
            </noscript>
          )}
        </>
      }
    >
      <div class="sheet stack-l">
        <Live
          self={pathTo(self, kept)}
          events={over ? null : pathTo(eventsPath(room.name), { meeting: meeting.id })}
          version={props.version}
          nowMs={props.nowMs}
        >
          <div class="heading" role="status">
            <p class={`badge ${BADGES[state]}`}>{t(`page.waiting.${state}.badge`)}</p>
            <p class="eyebrow">{meeting.title}</p>
            <h1>{t(`page.waiting.${state}.title`)}</h1>
            <p class="lead">{t(`page.waiting.${state}.lead`)}</p>
          </div>
          <Moved {...props} over={over} />
          <div class="times">
            <TimeCard
              label={t(state === 'cancelled' ? 'page.card.cancelled' : 'page.card.meeting')}
              time={meeting}
              zone={zone.name}
              look={over ? 'gone' : 'new'}
              openEnd={meeting.unscheduled}
            />
          </div>
          {!over && (
            <Form
              action={joinPath(room.name, meeting.id)}
              class="stack"
              of={ENTER_FORM}
              carried={{ zone: kept.zone, start: kept.start }}
            >
              <p class="counter">
                <Clock seen={seen} nowMs={props.nowMs} />
              </p>
              <Presence seen={seen} />
              <NameField name={name} />
              {state === 'ready' && (
                <div class="actions">
                  <Button data-go={props.cameForMs === null ? '' : 'now'}>{t('page.waiting.enter')}</Button>
                </div>
              )}
            </Form>
          )}
        </Live>
        <p>
          <a href={pathTo(roomPath(room.name), { lang: kept.lang, zone: kept.zone, name })}>
            {t('page.waiting.back')}
          </a>
        </p>
        <div class="divided">
          <ZoneForm action={self} zone={zone} fields={{ name, start: kept.start }} />
        </div>
      </div>
    </Layout>
  );
}

function Moved({ seen, cameForMs, zone, over }: WaitingPageProps & { over: boolean }) {
  const reader = useReader();
  if (over || cameForMs === null || cameForMs === seen.meeting.startMs) return null;
  const when = formatMoment(cameForMs, zone.name, reader);
  return (
    <Notice kind="warn" title={reader.t('page.waiting.moved.title')}>
      <p>{reader.t('page.waiting.moved.text', { when })}</p>
    </Notice>
  );
}
