import { placeOf } from '../../../domain/time/zone-names.ts';
import { ZoneForm, ZoneSelect } from '../components/zone-picker.tsx';
import { Button } from '../forms/button.tsx';
import { useReader } from '../reader.ts';
import type { BookingPage } from './context.ts';

interface ZoneChoiceProps {
  page: Pick<BookingPage, 'eventType' | 'zone'>;
  action: string;
  /** What the page's address carries besides the zone. */
  fields: Readonly<Record<string, string>>;
}

/** The choice of the zone that a page shows its times in; where the event type locks it, which one it is. */
export function ZoneChoice({ page, action, fields }: ZoneChoiceProps) {
  if (page.eventType.lockedTimezone !== null) return <LockedZone page={page} />;
  const known = Object.entries(fields).filter(([, value]) => value !== '');
  return <ZoneForm action={action} zone={page.zone} fields={Object.fromEntries(known)} />;
}

/** The same within a form: what was typed stays. */
export function ZoneInForm({ page, posted }: { page: ZoneChoiceProps['page']; posted: boolean }) {
  const { t } = useReader();
  if (page.eventType.lockedTimezone !== null) return <LockedZone page={page} />;
  return (
    <div class="zonebar">
      <ZoneSelect zone={page.zone} byAddress={!posted} label={t('page.zone.shownIn')} />
      <Button look="quiet compact" name="action" value="zone" formNoValidate data-zone-apply="">
        {t('page.zone.apply')}
      </Button>
    </div>
  );
}

const LockedZone = ({ page: { zone } }: Pick<ZoneChoiceProps, 'page'>) => {
  const { t } = useReader();
  return <p>{t('page.book.locked', { zone: placeOf(zone.name) })}</p>;
};
