import { Notice } from '../../components/notice.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { guestNames, whenWords } from '../list/words.ts';
import { LIST } from '../paths.ts';
import type { Staying } from './staying.ts';

/** Says what is booked on closed days all the same, each with the way to move or cancel it. */
export function StayingNotice({ bookings, more, timezone }: Staying) {
  const reader = useReader();
  const { t, chosen } = reader;
  return (
    <Notice kind="warn" title={t('page.host.days.staying', { count: bookings.length })}>
      <ul>
        {bookings.map((booking) => (
          <li>
            <a href={pathTo(`${LIST}/${booking.id}`, { lang: chosen })}>
              {whenWords(booking, timezone, reader)}
            </a>{' '}
            {[booking.title, guestNames(booking)].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
      {more && <a href={pathTo(LIST, { lang: chosen })}>{t('page.host.list.more')}</a>}
    </Notice>
  );
}
