import type { Colleague } from '../../../../queries/colleagues.ts';
import { Field } from '../../forms/field.tsx';
import { Choice } from '../../forms/choice.tsx';
import { useForm } from '../../forms/form.tsx';
import { Select } from '../../forms/select.tsx';
import { useReader } from '../../reader.ts';
import { Box, Group, NumberField } from './parts.tsx';
import type { Choosable } from './choosable.ts';

/** Who takes the meetings, and where they are. */
export function Where({ choosable: { members, rooms, resources } }: { choosable: Choosable }) {
  const { t } = useReader();
  const { again } = useForm();
  const error = again?.errors.find(({ field }) => field === 'hosts');
  return (
    <Group id="where" title={t('page.host.group.where')}>
      <Field
        name="location"
        label={t('page.host.field.location')}
        hint={t('page.host.field.locationHint')}
        maxLength={500}
      />
      <div>
        <Box name="online" label={t('page.host.field.online')} />
        <p class="hint">{t('page.host.field.onlineHint')}</p>
      </div>
      {rooms.length > 0 && (
        <Select
          name="room"
          label={t('page.host.field.room')}
          options={[{ value: '', label: t('page.host.field.noRoom') }, ...rooms.map(optionOf)]}
          value=""
        />
      )}
      <fieldset class="stack" id="hosts">
        <legend class="legend">{t('page.host.field.hosts')}</legend>
        {error && <p class="error">{error.text}</p>}
        {members.length > 1 && <p class="hint">{t('page.host.field.hostsHint')}</p>}
        {members.map((member) => (
          <Host {...member} alone={members.length === 1} />
        ))}
      </fieldset>
      {members.length > 1 ? (
        <fieldset class="stack">
          <legend class="legend">{t('page.host.field.together')}</legend>
          {(['one', 'all', 'some'] as const).map((kind) => (
            <Choice
              type="radio"
              name="together"
              value={kind}
              label={t(`page.host.together.${kind}`)}
              checked={kind === 'one'}
            />
          ))}
          <NumberField name="count" label={t('page.host.field.count')} min={1} max={20} />
        </fieldset>
      ) : (
        <input type="hidden" name="together" value="one" />
      )}
      {resources.length > 0 && (
        <fieldset>
          <legend class="legend">{t('page.host.field.resources')}</legend>
          {resources.map(({ id, name }) => (
            <Box name={`resource ${id}`} label={name ?? id} />
          ))}
        </fieldset>
      )}
    </Group>
  );
}

const optionOf = ({ id, name }: Colleague) => ({ value: id, label: name ?? id });

function Host({ id, name, alone }: Colleague & { alone: boolean }) {
  const { t } = useReader();
  const label = name ?? t('page.host.nameless', { id: id.slice(0, 8) });
  return (
    <div class="asked taking">
      <Box name={`host ${id}`} label={label} />
      {alone ? (
        (['priority', 'weight'] as const).map((what) => (
          <input type="hidden" name={`${what} ${id}`} value={what === 'weight' ? '1' : '0'} />
        ))
      ) : (
        <div class="half">
          {(['priority', 'weight'] as const).map((what) => (
            <Field
              name={`${what} ${id}`}
              id={`${what}-${id}`}
              type="number"
              label={`${t(`page.host.field.${what}`)}: ${label}`}
              min={what === 'weight' ? 1 : 0}
              max={100}
              value={what === 'weight' ? '1' : '0'}
              autocomplete="off"
            />
          ))}
        </div>
      )}
    </div>
  );
}
