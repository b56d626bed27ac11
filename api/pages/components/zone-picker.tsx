import { useReader } from '../reader.ts';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { Select, type Option, type OptionGroup } from '../forms/select.tsx';
import { placeOf, ZONES, type ReaderZone } from '../time/zone.ts';

interface ZoneSelectProps {
  zone: ReaderZone;
  /** The page can be opened again in another zone by its address alone. */
  byAddress: boolean;
  label: string;
}

/** The choice of a time zone, grouped by region. */
export const ZoneSelect = ({ zone, byAddress, label }: ZoneSelectProps) => (
  <Select
    name="zone"
    label={label}
    options={regions(zone.name)}
    value={zone.name}
    autocomplete="off"
    data-zone={zone.name}
    data-zone-unknown={zone.source === 'unknown' ? '' : undefined}
    data-get={byAddress ? 'true' : undefined}
  />
);

function regions(chosen: string): (Option | OptionGroup)[] {
  const groups = new Map<string, Option[]>();
  for (const name of ZONES.includes(chosen) ? ZONES : [chosen, ...ZONES]) {
    const region = name.includes('/') ? name.slice(0, name.indexOf('/')) : '';
    groups.set(region, [...(groups.get(region) ?? []), { value: name, label: placeOf(name) }]);
  }
  return [...groups].flatMap(([heading, options]): (Option | OptionGroup)[] =>
    heading === '' ? options : [{ heading, options }],
  );
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
    <Form class="zonebar" method="get" action={action} carried={fields}>
      <ZoneSelect zone={zone} byAddress label={t('page.zone.shownIn')} />
      <Button look="quiet compact" data-zone-apply="">
        {t('page.zone.apply')}
      </Button>
    </Form>
  );
};
