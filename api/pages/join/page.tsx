import type { DoorState } from '../../../domain/meeting/entrance.ts';
import type { JoinMeeting } from '../../../queries/booked-door.ts';
import { MessagePage } from '../components/message-page.tsx';
import { TimeCard } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import type { ReaderZone } from '../time/zone.ts';

const BADGES = { ready: 'good', opening: 'warn', early: '', over: '', cancelled: '' } as const;

interface JoinPageProps {
  meeting: JoinMeeting;
  state: DoorState;
  zone: ReaderZone;
}

/** The door of a meeting's room: one button when it is open. */
export function JoinPage({ meeting, state, zone }: JoinPageProps) {
  const { t, chosen } = useReader();
  const group = state === 'over' && meeting.status === 'cancelled' ? 'cancelled' : state;
  return (
    <MessagePage
      title={t(`page.join.${group}.title`)}
      about={meeting.title}
      badge={{ kind: BADGES[group], text: t(`page.join.${group}.badge`) }}
      lead={t(`page.join.${group}.lead`)}
      productName={meeting.tenantProductName}
    >
      <div class="times">
        <TimeCard
          label={t(meeting.status === 'cancelled' ? 'page.card.cancelled' : 'page.card.meeting')}
          time={meeting}
          zone={zone.name}
          look={state === 'over' ? 'gone' : 'new'}
        />
      </div>
      {state === 'ready' && (
        <Form action={`/join/${meeting.id}`} carried={{ zone: zone.source === 'chosen' ? zone.name : '' }}>
          <div class="actions">
            <Button>{t('page.join.button')}</Button>
          </div>
        </Form>
      )}
      {(state === 'early' || state === 'opening') && (
        <div class="actions">
          <a
            class="button quiet"
            href={pathTo(`/join/${meeting.id}`, {
              lang: chosen,
              zone: zone.source === 'chosen' ? zone.name : '',
            })}
          >
            {t('page.join.again')}
          </a>
        </div>
      )}
      <div class="divided">
        <ZoneForm action={`/join/${meeting.id}`} zone={zone} fields={{}} />
      </div>
    </MessagePage>
  );
}
