import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { AVAILABILITY } from '../paths.ts';

export type Tab = 'hours' | 'dates' | 'vacations' | 'temporary' | 'travels' | 'holidays';

const TABS: readonly Tab[] = ['hours', 'dates', 'vacations', 'temporary', 'travels', 'holidays'];
/** What event types have of their own, too. */
const OF_TYPES: readonly Tab[] = ['hours', 'dates', 'vacations'];

export const pathOf = (tab: Tab): string => (tab === 'hours' ? AVAILABILITY : `${AVAILABILITY}/${tab}`);

/** What availability is made of. @param of the id of an event type; empty: the member's */
export function Tabs({ current, of }: { current: Tab; of: string }) {
  const { t, chosen } = useReader();
  return (
    <nav aria-label={t('page.host.section.availability')}>
      <ul class="sections">
        {(of === '' ? TABS : OF_TYPES).map((tab) => (
          <li>
            <a
              href={pathTo(pathOf(tab), { of, lang: chosen })}
              aria-current={tab === current ? 'page' : undefined}
            >
              {t(`page.host.tab.${tab}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
