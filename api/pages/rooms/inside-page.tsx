import type { SeenMeeting } from '../../../queries/room-meetings.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { LeaveForm } from '../components/leave-form.tsx';
import { Video } from '../components/video.tsx';
import { Form } from '../forms/form.tsx';
import { Layout } from '../layout.tsx';
import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import { InvitedList } from './invited-list.tsx';
import { Live } from './live.tsx';
import { Clock, meetingLine } from './meeting-card.tsx';
import { beatPath, eventsPath, joinPath, leavePath, type PageRoom } from './page-room.ts';
import { RoomScript } from './script.tsx';

interface InsidePageProps {
  room: PageRoom;
  seen: SeenMeeting;
  /** Of those inside who told one. */
  names: readonly string[];
  participantId: string;
  displayName: string;
  videoUrl: string;
  /** The video service lets itself be shown within a page. */
  framed: boolean;
  version: string;
  nowMs: Instant;
  /** The reader's zone, as far as it is known; null: the room's. */
  zone: { name: string; chosen: string };
}

/** The meeting's room, for somebody who has joined. */
export function InsidePage(props: InsidePageProps) {
  const { room, seen, framed, videoUrl } = props;
  const { meeting } = seen;
  const { t } = useReader();
  return (
    <Layout
      title={meeting.title}
      productName={room.productName}
      wide
      foot={t('page.room.foot')}
      head={<RoomScript />}
    >
      <div class={framed ? 'inside' : 'inside linked'}>
        <Video url={videoUrl} framed={framed} />
        <div class="sheet stack-l">
          <Live
            events={pathTo(eventsPath(room.name), { meeting: meeting.id })}
            version={props.version}
            nowMs={props.nowMs}
          >
            <Info {...props} />
          </Live>
          <LeaveForm
            action={leavePath(room.name, meeting.id)}
            beat={beatPath(room.name, meeting.id)}
            videoUrl={videoUrl}
            framed={framed}
            carried={carriedBy(props)}
          />
          <Form action={joinPath(room.name, meeting.id)} carried={carriedBy(props)} data-again="" hidden />
        </div>
      </div>
    </Layout>
  );
}

function Info({ seen, names, zone, nowMs }: InsidePageProps) {
  const reader = useReader();
  const { t } = reader;
  const { meeting } = seen;
  const unnamed = meeting.participants - names.length;
  return (
    <>
      <div class="heading">
        <h1>{meeting.title}</h1>
        <p class="muted">{meetingLine(meeting, zone.name, reader)}</p>
        <p>
          <Clock seen={seen} nowMs={nowMs} />
        </p>
      </div>
      <section class="stack">
        <h2>{t('page.inside.here')}</h2>
        <p class="muted" data-present={meeting.participants}>
          {t('page.room.inside', { count: meeting.participants })}
        </p>
        <ul class="names">
          {names.map((name) => (
            <li>{name}</li>
          ))}
          {unnamed > 0 && <li class="muted">{t('page.inside.unnamed', { count: unnamed })}</li>}
        </ul>
      </section>
      {seen.by === 'owner' && seen.meeting.attendees.length > 0 && (
        <section class="stack">
          <h2>{t('page.inside.invitedHeading')}</h2>
          <p class="muted">{t('page.room.invited', { count: seen.meeting.attendees.length })}</p>
          <InvitedList attendees={seen.meeting.attendees} />
        </section>
      )}
    </>
  );
}

/** What a form of this page carries. */
export const carriedBy = ({
  participantId,
  displayName,
  zone,
}: Pick<InsidePageProps, 'participantId' | 'displayName' | 'zone'>) => ({
  participant: participantId,
  displayName,
  zone: zone.chosen,
});
