import type { JoinRoom } from '../../../adapters/postgres/join-room.ts';
import { MessagePage } from '../components/message-page.tsx';
import { TimeCard } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import type { ReaderZone } from '../time/zone.ts';

export type DoorState = 'ready' | 'early' | 'opening' | 'over';

const EARLY_MS = 10 * 60_000;

/** Whether a room can be entered now. */
export function doorState(room: JoinRoom, nowMs: number): DoorState {
  if (room.status !== 'scheduled' && room.status !== 'live') return room.status === 'open' ? 'early' : 'over';
  if (room.videoUrl !== null) return 'ready';
  return nowMs < room.startMs - EARLY_MS ? 'early' : 'opening';
}

interface JoinPageProps {
  room: JoinRoom;
  state: DoorState;
  zone: ReaderZone;
  participantId: string;
}

/** The door of a meeting's room: one button when it is open. */
export function JoinPage({ room, state, zone, participantId }: JoinPageProps) {
  const words = wordsFor(room, state);
  return (
    <MessagePage
      title={words.title}
      about={room.title}
      badge={words.badge}
      lead={words.lead}
      productName={room.tenantProductName}
    >
      <div class="times">
        <TimeCard
          label={room.status === 'cancelled' ? 'Cancelled' : 'The meeting'}
          time={room}
          zone={zone.name}
          look={state === 'over' ? 'gone' : 'new'}
        />
      </div>
      {state === 'ready' && (
        <form method="post" action={`/join/${room.id}`}>
          <input type="hidden" name="participant" value={participantId} />
          <div class="actions">
            <button class="button" type="submit">
              Join
            </button>
          </div>
        </form>
      )}
      {(state === 'early' || state === 'opening') && (
        <div class="actions">
          <a class="button quiet" href={`/join/${room.id}`}>
            Check again
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

function wordsFor(room: JoinRoom, state: DoorState) {
  switch (state) {
    case 'ready':
      return {
        badge: { kind: 'good' as const, text: 'The room is open' },
        title: 'Come in',
        lead: 'The button takes you to the video room.',
      };
    case 'opening':
      return {
        badge: { kind: 'warn' as const, text: 'Almost there' },
        title: 'The room is about to open',
        lead: 'It opens shortly before the meeting starts. This page looks again by itself.',
      };
    case 'early':
      return {
        badge: { kind: '' as const, text: 'Not open yet' },
        title: 'You are early',
        lead: 'The room opens shortly before the meeting starts. Come back then, with the same link.',
      };
    case 'over':
      return room.status === 'cancelled'
        ? {
            badge: { kind: '' as const, text: 'Cancelled' },
            title: 'This meeting was cancelled',
            lead: 'The mail about it should be in your mailbox.',
          }
        : {
            badge: { kind: '' as const, text: 'Closed' },
            title: 'This meeting is over',
            lead: 'The room has been closed.',
          };
  }
}
