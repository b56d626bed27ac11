import type { Leaving } from '../../../../queries/room-feed.ts';
import type { OwnRoom } from '../../../../queries/rooms.ts';
import { MessagePage } from '../../components/message-page.tsx';
import { Button } from '../../forms/button.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';

interface PlannedPageProps {
  room: OwnRoom;
  leaving: Leaving;
  planned: number;
  /** The form that led here, to be sent again with the answer. */
  fields: Readonly<Record<string, string>>;
}

/** Asks what becomes of the meetings that a calendar has announced, before it is left. */
export function PlannedPage({ room, leaving, planned, fields }: PlannedPageProps) {
  const { t, chosen } = useReader();
  const settings = `/rooms/${room.name}/settings`;
  return (
    <MessagePage
      title={t('page.settings.planned.title')}
      about={t('page.settings.title', { room: room.name })}
      lead={t('page.settings.planned.lead', { count: planned, leaving })}
      productName={room.tenantProductName}
    >
      <Form action={settings} class="stack" carried={fields}>
        <div class="actions">
          <Button name="planned" value="keep">
            {t('page.settings.planned.keep')}
          </Button>
          <Button look="danger" name="planned" value="cancel">
            {t('page.settings.planned.cancel')}
          </Button>
        </div>
        <p>
          <a href={pathTo(settings, { lang: chosen })}>{t('page.settings.planned.back')}</a>
        </p>
      </Form>
    </MessagePage>
  );
}
