import type { OwnRoom } from '../../../../queries/rooms.ts';
import { Button } from '../../forms/button.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { Select } from '../../forms/select.tsx';
import { useReader } from '../../reader.ts';
import { ZONES } from '../../time/zone.ts';
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
  const zones = ZONES.includes(room.timezone) ? ZONES : [room.timezone, ...ZONES];
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
        <Select
          name="zone"
          label={t('page.settings.room.timezone')}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          value={room.timezone}
          autocomplete="off"
        />
        <div class="actions">
          <Button name="do" value="room">
            {t('page.settings.room.save')}
          </Button>
        </div>
      </Form>
    </>
  );
}
