import type { SeenMeeting } from '../../../queries/room-meetings.ts';
import { MessagePage } from '../components/message-page.tsx';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import { carriedBy } from './inside-page.tsx';
import { joinPath, roomPath, type PageRoom } from './page-room.ts';
import { RoomScript } from './script.tsx';

interface LeftPageProps {
  room: PageRoom;
  seen: SeenMeeting;
  participantId: string;
  displayName: string;
  zone: { name: string; chosen: string };
}

/** The meeting's room, for somebody who has left it, or has not come in by its door. */
export function LeftPage(props: LeftPageProps) {
  const { room, seen, displayName, zone } = props;
  const { t, chosen } = useReader();
  return (
    <MessagePage
      title={t('page.inside.left.title')}
      about={seen.meeting.title}
      badge={{ kind: '', text: t('page.inside.left.badge') }}
      lead={t('page.inside.left.lead')}
      productName={room.productName}
      foot={t('page.room.foot')}
      head={<RoomScript />}
    >
      <Form action={joinPath(room.name, seen.meeting.id)} carried={carriedBy(props)} data-again="">
        <div class="actions">
          <Button>{t('page.inside.left.button')}</Button>
          <a href={pathTo(roomPath(room.name), { lang: chosen, zone: zone.chosen, name: displayName })}>
            {t('page.waiting.back')}
          </a>
        </div>
      </Form>
    </MessagePage>
  );
}
