import type { JoinRoom } from '../../../adapters/postgres/join-room.ts';
import { MessagePage } from '../components/message-page.tsx';
import { LanguageField } from '../components/language-chooser.tsx';
import { TimeCard } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import type { ReaderZone } from '../time/zone.ts';

export type DoorState = 'ready' | 'early' | 'opening' | 'over';

const EARLY_MS = 10 * 60_000;

/** Whether a room can be entered now. */
export function doorState(room: JoinRoom, nowMs: number): DoorState {
  if (room.status !== 'scheduled' && room.status !== 'live') return room.status === 'open' ? 'early' : 'over';
  if (room.videoUrl !== null) return 'ready';
  return nowMs < room.startMs - EARLY_MS ? 'early' : 'opening';
}

const BADGES = { ready: 'good', opening: 'warn', early: '', over: '', cancelled: '' } as const;

interface JoinPageProps {
  room: JoinRoom;
  state: DoorState;
  zone: ReaderZone;
}

/** The door of a meeting's room: one button when it is open. */
export function JoinPage({ room, state, zone }: JoinPageProps) {
  const { t, chosen } = useReader();
  const group = state === 'over' && room.status === 'cancelled' ? 'cancelled' : state;
  return (
    <MessagePage
      title={t(`page.join.${group}.title`)}
      about={room.title}
      badge={{ kind: BADGES[group], text: t(`page.join.${group}.badge`) }}
      lead={t(`page.join.${group}.lead`)}
      productName={room.tenantProductName}
    >
      <div class="times">
        <TimeCard
          label={t(room.status === 'cancelled' ? 'page.card.cancelled' : 'page.card.meeting')}
          time={room}
          zone={zone.name}
          look={state === 'over' ? 'gone' : 'new'}
        />
      </div>
      {state === 'ready' && (
        <form method="post" action={`/join/${room.id}`}>
          <input type="hidden" name="zone" value={zone.source === 'chosen' ? zone.name : ''} />
          <LanguageField />
          <div class="actions">
            <button class="button" type="submit">
              {t('page.join.button')}
            </button>
          </div>
        </form>
      )}
      {(state === 'early' || state === 'opening') && (
        <div class="actions">
          <a
            class="button quiet"
            href={pathTo(`/join/${room.id}`, {
              lang: chosen,
              zone: zone.source === 'chosen' ? zone.name : '',
            })}
          >
            {t('page.join.again')}
          </a>
        </div>
      )}
      {state !== 'over' && (
        <div class="divided">
          <ZoneForm action={`/join/${room.id}`} zone={zone} fields={{}} />
        </div>
      )}
    </MessagePage>
  );
}
