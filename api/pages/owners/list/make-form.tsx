import { z } from 'zod';
import { LONGEST_ROOM_NAME } from '../../../../domain/rooms/name.ts';
import { roomName } from '../../../routes/principals/schema.ts';
import { ZoneField } from '../../components/zone-picker.tsx';
import { Button } from '../../forms/button.tsx';
import { defineForm } from '../../forms/define-form.ts';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import type { Again } from '../../forms/submitted.ts';
import { useReader } from '../../reader.ts';
import { isZone } from '../../time/zone.ts';

/** A room to be made. */
export const MAKE_FORM = defineForm(
  z.object({
    name: roomName().meta({ maxLength: LONGEST_ROOM_NAME }),
    zone: z
      .string()
      .optional()
      .transform((zone) => (isZone(zone) ? zone : 'UTC')),
  }),
);

interface Props {
  form: string;
  again: Again | undefined;
  /** The member's. */
  timezone: string;
}

/** Makes a room of one's own. */
export function MakeForm({ form, again, timezone }: Props) {
  const { t } = useReader();
  return (
    <section class="sheet stack">
      <h2>{t('page.rooms.make.heading')}</h2>
      <Form action="/rooms" class="stack" of={MAKE_FORM} again={again} carried={{ form }} novalidate>
        <Field
          name="name"
          label={t('page.settings.room.name')}
          hint={t('page.rooms.make.nameHint')}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
        />
        <ZoneField
          label={t('page.settings.room.timezone')}
          value={timezone}
          data-zone-guess={timezone === 'UTC' ? '' : undefined}
        />
        <div class="actions">
          <Button>{t('page.rooms.make.button')}</Button>
        </div>
      </Form>
    </section>
  );
}
