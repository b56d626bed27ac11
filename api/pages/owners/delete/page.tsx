import type { InRoom, Room } from '../../../../queries/rooms.ts';
import { MessagePage } from '../../components/message-page.tsx';
import { Button } from '../../forms/button.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';

interface DeletePageProps {
  room: Pick<Room, 'name' | 'tenantProductName'>;
  inRoom: InRoom;
  form: string;
}

/** Asks before a room is deleted, and says what becomes of what is in it. */
export function DeletePage({ room: { name, tenantProductName }, inRoom, form }: DeletePageProps) {
  const { t, chosen } = useReader();
  const told = (['live', 'planned', 'booked'] as const).filter((what) => inRoom[what] > 0);
  return (
    <MessagePage
      title={t('page.settings.delete.title', { room: name })}
      lead={t('page.settings.delete.question')}
      productName={tenantProductName}
    >
      {told.length > 0 && (
        <ul class="entries">
          {told.map((what) => (
            <li>{t(`page.settings.delete.${what}`, { count: inRoom[what] })}</li>
          ))}
        </ul>
      )}
      <Form action={`/rooms/${name}/delete`} class="stack" carried={{ form }}>
        <div class="actions">
          <Button look="danger">{t('page.settings.delete.yes')}</Button>
          <a class="button quiet" href={pathTo(`/rooms/${name}/settings`, { lang: chosen })}>
            {t('page.settings.delete.no')}
          </a>
        </div>
      </Form>
    </MessagePage>
  );
}
