import type { EventType } from '../../../../queries/event-types.ts';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { CopyField } from '../copy-field.tsx';
import { EVENT_TYPES } from '../paths.ts';

interface TypeListProps {
  eventTypes: readonly EventType[];
  /** Of their owner; null: they have no page yet. */
  slug: string | null;
  publicUrl: string;
}

/** What can be booked, each with its public address. */
export function TypeList({ eventTypes, slug, publicUrl }: TypeListProps) {
  const { t, chosen } = useReader();
  return (
    <ul class="entries">
      {eventTypes.map(({ id, title, slug: own, lengthsMinutes, access, active }) => (
        <li class="operated">
          <div class="operated-head">
            <strong>
              <a href={pathTo(`${EVENT_TYPES}/${id}`, { lang: chosen })}>{title}</a>
            </strong>
            <span class={active ? 'badge good' : 'badge'}>
              {t(active ? 'page.host.types.on' : 'page.host.types.off')}
            </span>
          </div>
          <span class="small muted">
            {lengthsMinutes.map((minutes) => t('page.host.types.minutes', { minutes })).join(', ')} ·{' '}
            {t(`page.host.access.${access}`)}
          </span>
          {slug !== null && access === 'public' && (
            <CopyField
              id={`address-${id}`}
              label={t('page.host.types.address', { title })}
              value={`${publicUrl}/book/${slug}/${own}`}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
