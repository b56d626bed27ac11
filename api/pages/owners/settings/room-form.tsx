import type { OwnRoom } from '../../../../queries/rooms.ts';
import { ZoneField } from '../../components/zone-picker.tsx';
import { Button } from '../../forms/button.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import { ROOM_FORM } from './forms.ts';
import type { Said } from './shown.ts';

interface Props {
  room: OwnRoom;
  said: Said['room'];
  form: string;
}

/** The room's name, its owner's, and its time zone. */
export function RoomForm({ room, said, form }: Props) {
  const { t } = useReader();
  return (
    <>
      <h2>{t('page.settings.room.heading')}</h2>
      <Form
        action={`/rooms/${room.name}/settings`}
        class="stack"
        of={ROOM_FORM}
        again={said}
        carried={{ form }}
        novalidate
      >
        <Field
          name="name"
          label={t('page.settings.room.name')}
          hint={t('page.settings.room.nameHint')}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={room.name}
        />
        <Field
          name="ownerName"
          label={t('page.settings.room.ownerName')}
          autocomplete="name"
          value={room.ownerName ?? ''}
        />
        <ZoneField label={t('page.settings.room.timezone')} value={room.timezone} />
        <div class="actions">
          <Button name="do" value="room">
            {t('page.settings.room.save')}
          </Button>
        </div>
      </Form>
    </>
  );
}
