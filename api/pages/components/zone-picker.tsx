import { useReader } from '../reader.ts';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { Select, type Option, type OptionGroup } from '../forms/select.tsx';
import { todaysName, ZONES } from '../../../domain/time/zone-names.ts';
import type { ReaderZone } from '../time/zone.ts';

interface ZoneSelectProps {
  zone: ReaderZone;
  /** The page can be opened again in another zone by its address alone. */
  byAddress: boolean;
  label: string;
}

/** The choice of the zone that a page shows its times in. */
export const ZoneSelect = ({ zone, byAddress, label }: ZoneSelectProps) => (
  <ZoneField
    label={label}
    value={zone.name}
    data-zone={zone.name}
    data-zone-unknown={zone.source === 'unknown' ? '' : undefined}
    data-get={byAddress ? 'true' : undefined}
  />
);

/** The choice of a time zone, by today's names, grouped by region. */
export function ZoneField({
  value,
  ...field
}: { label: string; value: string } & Record<`data-${string}`, string | undefined>) {
  const zone = todaysName(value);
  return <Select name="zone" options={regions(zone)} value={zone} autocomplete="off" {...field} />;
}

/** Every zone that can be chosen, grouped by region. */
export function regions(chosen: string): (Option | OptionGroup)[] {
  const groups = new Map<string, Option[]>();
  for (const name of ZONES.includes(chosen) ? ZONES : [chosen, ...ZONES]) {
    const region = name.includes('/') ? name.slice(0, name.indexOf('/')) : '';
    groups.set(region, [...(groups.get(region) ?? []), { value: name, label: within(region, name) }]);
  }
  return [...groups].flatMap(([heading, options]): (Option | OptionGroup)[] =>
    heading === '' ? options : [{ heading, options }],
  );
}

/** What a zone is called in a sentence: as beneath its region, "New York". */
export const zoneWords = (zone: string): string =>
  within(zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : '', zone);

/** A zone beneath its region, as in "Indiana, Knox". */
const within = (region: string, zone: string): string =>
  zone
    .slice(region === '' ? 0 : region.length + 1)
    .replaceAll('_', ' ')
    .replaceAll('/', ', ');

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
