import type { OwnerMeeting } from '../../../queries/room-meetings.ts';
import { useReader } from '../reader.ts';
import { InvitedList } from './invited-list.tsx';

/** What the calendar says of a meeting besides its title and time; for the owner alone. */
export function EventDetails({ meeting }: { meeting: OwnerMeeting }) {
  const { t } = useReader();
  const { description, location, attendees } = meeting;
  if (description === '' && location === '' && attendees.length === 0) return null;
  return (
    <details id={`details-${meeting.id}`} class="event">
      <summary>
        {attendees.length === 0
          ? t('page.room.details')
          : t('page.room.invited', { count: attendees.length })}
      </summary>
      <div class="stack">
        {attendees.length > 0 && <InvitedList attendees={attendees} />}
        <dl class="facts">
          {location !== '' && (
            <>
              <dt>{t('page.room.location')}</dt>
              <dd>{location}</dd>
            </>
          )}
          {description !== '' && (
            <>
              <dt>{t('page.room.description')}</dt>
              <dd class="written">{description}</dd>
            </>
          )}
        </dl>
      </div>
    </details>
  );
}
