import type { SeenMeeting } from '../../../queries/room-meetings.ts';
import type { NextEvent } from '../../../queries/room-pages.ts';
import { formatMoment } from '../../../adapters/texts/times.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { ZoneForm } from '../components/zone-picker.tsx';
import { Button } from '../forms/button.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import { Layout } from '../layout.tsx';
import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import type { ReaderZone } from '../time/zone.ts';
import { Live } from './live.tsx';
import { MeetingCard } from './meeting-card.tsx';
import { START_FORM } from './forms.ts';
import { NameField } from './name-field.tsx';
import { endPath, eventsPath, joinPath, roomPath, startPath, type PageRoom } from './page-room.ts';
import { RoomScript } from './script.tsx';

interface RoomPageProps {
  room: PageRoom;
  active: SeenMeeting[];
  upcoming: SeenMeeting[];
  version: string;
  nowMs: Instant;
  zone: ReaderZone;
  /** What the name's field begins with. */
  name: string;
  /** What only the owner sees besides. */
  owner: { next: NextEvent | null; settingsPath: string } | null;
}

/** A room's meetings, now and soon, and the ways into them. */
export function RoomPage(props: RoomPageProps) {
  const { room, active, upcoming, owner, zone } = props;
  const { t, chosen } = useReader();
  return (
    <Layout
      title={t('page.room.title', { room: room.name })}
      productName={room.productName}
      foot={t('page.room.foot')}
      head={<RoomScript />}
    >
      <div class="sheet stack-l">
        <div class="heading">
          {owner && <p class="badge">{t('page.room.owner')}</p>}
          <h1>{t('page.room.title', { room: room.name })}</h1>
          {owner && (
            <p>
              <a href={owner.settingsPath}>{t('page.room.settings')}</a>
            </p>
          )}
        </div>
        <Form
          action={startPath(room.name)}
          class="stack-l"
          of={START_FORM}
          carried={{ zone: zone.source === 'chosen' ? zone.name : '' }}
        >
          <NameField name={props.name} />
          <Live events={eventsPath(room.name)} version={props.version} nowMs={props.nowMs}>
            {active.length > 0 && <Meetings {...props} heading={t('page.room.now')} meetings={active} />}
            {upcoming.length > 0 && <Meetings {...props} heading={t('page.room.soon')} meetings={upcoming} />}
            {active.length + upcoming.length === 0 && <Empty {...props} />}
          </Live>
          <Unscheduled />
        </Form>
        <div class="divided stack">
          <ZoneForm action={roomPath(room.name)} zone={zone} fields={{ name: props.name }} />
          {!owner && (
            <p class="small">
              <a href={pathTo('/rooms/sign-in', { room: room.name, lang: chosen })}>
                {t('page.room.signIn')}
              </a>
            </p>
          )}
        </div>
      </div>
    </Layout>
  );
}

function Meetings(props: RoomPageProps & { heading: string; meetings: SeenMeeting[] }) {
  const { t, chosen } = useReader();
  return (
    <section class="stack">
      <h2>{props.heading}</h2>
      <ul class="meetings">
        {props.meetings.map((seen) => (
          <MeetingCard
            seen={seen}
            zone={props.zone.name}
            nowMs={props.nowMs}
            action={
              <>
                <Button
                  look={seen.meeting.enterable ? undefined : 'quiet'}
                  formaction={joinPath(props.room.name, seen.meeting.id)}
                  aria-label={`${t(seen.meeting.enterable ? 'page.room.join' : 'page.room.wait')}: ${seen.meeting.title}`}
                >
                  {t(seen.meeting.enterable ? 'page.room.join' : 'page.room.wait')}
                </Button>
                {seen.by === 'owner' && seen.meeting.state === 'live' && (
                  <a
                    class="small"
                    href={pathTo(endPath(props.room.name, seen.meeting.id), { lang: chosen })}
                    aria-label={`${t('page.room.end.button')}: ${seen.meeting.title}`}
                  >
                    {t('page.room.end.button')}
                  </a>
                )}
              </>
            }
          />
        ))}
      </ul>
    </section>
  );
}

function Empty({ owner, zone }: RoomPageProps) {
  const reader = useReader();
  const { t } = reader;
  return (
    <section class="notice stack">
      <h2>{t('page.room.empty.title')}</h2>
      <p>{t('page.room.empty.lead')}</p>
      {owner && (
        <p>
          {owner.next
            ? t('page.room.empty.next', {
                title: owner.next.title,
                when: formatMoment(owner.next.startMs, zone.name, reader),
              })
            : t('page.room.empty.none')}
        </p>
      )}
    </section>
  );
}

function Unscheduled() {
  const { t } = useReader();
  return (
    <section class="divided stack">
      <h2>{t('page.room.unscheduled.heading')}</h2>
      <p class="hint">{t('page.room.unscheduled.hint')}</p>
      <Field
        name="title"
        id="topic"
        type="text"
        label={t('page.room.unscheduled.topic')}
        autocomplete="off"
      />
      <div class="actions">
        <Button look="quiet">{t('page.room.unscheduled.button')}</Button>
      </div>
    </section>
  );
}
