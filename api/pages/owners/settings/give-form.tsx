import { formatMoment } from '../../../../adapters/texts/times.ts';
import { Button } from '../../forms/button.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import { GIVE_FORM } from './forms.ts';
import type { SettingsPageProps } from './shown.ts';

type Props = Pick<SettingsPageProps, 'room' | 'offered' | 'said' | 'form'>;

/** Offers the room to somebody else, or takes the offer back. */
export function GiveForm({ room, offered, said, form }: Props) {
  const reader = useReader();
  const { t } = reader;
  const action = `/rooms/${room.name}/settings`;
  return (
    <>
      <h2>{t('page.settings.give.heading')}</h2>
      <p>{t('page.settings.give.lead')}</p>
      {offered ? (
        <Form action={action} class="stack" carried={{ form }}>
          <p>
            {t('page.settings.give.waiting', {
              email: offered.address,
              until: formatMoment(offered.until.getTime(), room.timezone, reader),
            })}
          </p>
          <div class="actions">
            <Button look="quiet" name="do" value="withdraw">
              {t('page.settings.give.withdraw')}
            </Button>
          </div>
        </Form>
      ) : (
        <Form action={action} class="stack" of={GIVE_FORM} again={said.give} carried={{ form }} novalidate>
          <Field name="email" type="email" label={t('page.settings.give.email')} autocomplete="off" />
          <div class="actions">
            <Button look="quiet" name="do" value="offer">
              {t('page.settings.give.button')}
            </Button>
          </div>
        </Form>
      )}
    </>
  );
}
