import type { SeenMeeting } from '../../../queries/room-meetings.ts';
import { useReader } from '../reader.ts';

const MOST_NAMES = 5;

/** How many are inside, and for the owner some of their names. */
export function Presence({ seen }: { seen: SeenMeeting }) {
  const { t, locale } = useReader();
  const { participants } = seen.meeting;
  const names = seen.by === 'owner' ? seen.meeting.names : [];
  const shown = names.slice(0, MOST_NAMES);
  const more = participants - shown.length;
  const list = new Intl.ListFormat(locale, { style: 'short', type: 'unit' }).format(shown);
  const all = more > 0 ? t('page.room.andMore', { names: list, count: more }) : list;
  return (
    <p class="small muted">
      {shown.length === 0
        ? t('page.room.inside', { count: participants })
        : t('page.room.insideNames', { names: all })}
    </p>
  );
}
