import { useReader } from '../reader.ts';
import { LanguageField } from './language-chooser.tsx';
import { placeOf, ZONES, type ReaderZone } from '../time/zone.ts';

const SELECT_ID = 'zone';

interface ZoneSelectProps {
  zone: ReaderZone;
  /** The page can be opened again in another zone by its address alone. */
  byAddress: boolean;
  label: string;
}

/** The choice of a time zone, grouped by region. */
export function ZoneSelect({ zone, byAddress, label }: ZoneSelectProps) {
  return (
    <div class="field">
      <label for={SELECT_ID}>{label}</label>
      <select
        id={SELECT_ID}
        name="zone"
        autocomplete="off"
        data-zone={zone.name}
        data-zone-unknown={zone.source === 'unknown' ? '' : undefined}
        data-get={byAddress ? 'true' : undefined}
      >
        {regions(zone.name).map(([region, names]) =>
          region === '' ? (
            names.map((name) => <Zone name={name} chosen={zone.name} />)
          ) : (
            <optgroup label={region}>
              {names.map((name) => (
                <Zone name={name} chosen={zone.name} />
              ))}
            </optgroup>
          ),
        )}
      </select>
    </div>
  );
}

const Zone = ({ name, chosen }: { name: string; chosen: string }) => (
  <option value={name} selected={name === chosen}>
    {placeOf(name)}
  </option>
);

function regions(chosen: string): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const name of ZONES.includes(chosen) ? ZONES : [chosen, ...ZONES]) {
    const region = name.includes('/') ? name.slice(0, name.indexOf('/')) : '';
    groups.set(region, [...(groups.get(region) ?? []), name]);
  }
  return [...groups];
}

interface ZoneFormProps {
  action: string;
  zone: ReaderZone;
  /** What the page's address carries besides the zone. */
  fields: Record<string, string>;
}

/** Opens the page again in another zone. */
export const ZoneForm = ({ action, zone, fields }: ZoneFormProps) => {
  const { t } = useReader();
  return (
    <form class="zonebar" method="get" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <LanguageField />
      <ZoneSelect zone={zone} byAddress label={t('page.zone.shownIn')} />
      <button class="button quiet compact" type="submit" data-zone-apply="">
        {t('page.zone.apply')}
      </button>
    </form>
  );
};
