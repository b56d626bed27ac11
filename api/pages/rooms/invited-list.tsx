import type { Invited } from '../../../queries/room-meetings.ts';
import { useReader } from '../reader.ts';

const BADGES = { ACCEPTED: 'good', DECLINED: 'bad', TENTATIVE: 'warn', 'NEEDS-ACTION': '' } as const;

/** Who is invited, with each answer; for the owner alone. */
export function InvitedList({ attendees }: { attendees: readonly Invited[] }) {
  const { t } = useReader();
  return (
    <ul class="invited">
      {attendees.map(({ name, email, partstat }) => (
        <li>
          <span>
            {name ?? email}
            {name !== null && name !== email && <span class="small muted">{` ${email}`}</span>}
          </span>
          <span class={`badge ${BADGES[partstat ?? 'NEEDS-ACTION'] ?? ''}`}>
            {t('page.room.answer', { partstat: partstat ?? 'NEEDS-ACTION' })}
          </span>
        </li>
      ))}
    </ul>
  );
}
