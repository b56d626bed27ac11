import type { Room } from '../../../../adapters/postgres/rooms/rooms.ts';
import { LanguageField } from '../../components/language-chooser.tsx';
import { useReader } from '../../reader.ts';
import { ZONES } from '../../time/zone.ts';
import type { Said } from './show.tsx';

interface Props {
  room: Room;
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
      <form method="post" action={`/rooms/${room.name}/settings`} class="stack" novalidate>
        <input type="hidden" name="form" value={form} />
        <LanguageField />
        <div class="field">
          <label for="name">{t('page.settings.room.name')}</label>
          <input
            id="name"
            name="name"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            required
            maxLength={63}
            value={said?.name ?? room.name}
            aria-describedby={said ? 'name-error name-hint' : 'name-hint'}
            {...(said && { 'aria-invalid': true, 'data-focus': '' })}
          />
          {said && (
            <p class="error" id="name-error" role="alert">
              {t(`page.settings.room.${said.problem}`)}
            </p>
          )}
          <p class="hint" id="name-hint">
            {t('page.settings.room.nameHint')}
          </p>
        </div>
        <div class="field">
          <label for="ownerName">{t('page.settings.room.ownerName')}</label>
          <input
            id="ownerName"
            name="ownerName"
            autocomplete="name"
            maxLength={200}
            value={said?.ownerName ?? room.ownerName ?? ''}
          />
        </div>
        <div class="field">
          <label for="zone">{t('page.settings.room.timezone')}</label>
          <select id="zone" name="zone" autocomplete="off">
            {zones.map((zone) => (
              <option value={zone} selected={zone === room.timezone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </div>
        <div class="actions">
          <button class="button" type="submit" name="do" value="room">
            {t('page.settings.room.save')}
          </button>
        </div>
      </form>
    </>
  );
}
