import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { HostPage, type HostFrame } from '../frame.tsx';
import { BOOKINGS } from '../paths.ts';

/** Who has no page of their own yet has no hours. */
export function NoHoursPage(frame: HostFrame) {
  const { t, chosen } = useReader();
  return (
    <HostPage {...frame} section="availability" title={t('page.host.section.availability')}>
      <section class="sheet stack">
        <p>{t('page.host.hours.none')}</p>
        <div class="actions">
          <a class="button" href={pathTo(BOOKINGS, { lang: chosen })}>
            {t('page.host.start.begin')}
          </a>
        </div>
      </section>
    </HostPage>
  );
}
