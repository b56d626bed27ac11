import type { ComponentChildren } from 'preact';
import type { Instant } from '../../../domain/time/instant.ts';
import { formatMoment } from '../../../adapters/texts/times.ts';
import type { ParticipantMeeting, SeenMeeting } from '../../../queries/room-meetings.ts';
import { useReader, type Reader } from '../reader.ts';
import { formatLine, isoOf } from '../time/format.ts';
import { EventDetails } from './event-details.tsx';
import { Presence } from './presence.tsx';
import { Ticking } from './ticking.tsx';

const BADGES = { live: 'good', ready: 'good', scheduled: 'warn' } as const;

interface MeetingCardProps {
  seen: SeenMeeting;
  zone: string;
  nowMs: Instant;
  /** How to get in. */
  action: ComponentChildren;
}

/** One meeting of a room: what it is, when, and who is inside. */
export function MeetingCard({ seen, zone, nowMs, action }: MeetingCardProps) {
  const reader = useReader();
  const { t } = reader;
  const { meeting } = seen;
  const state = meeting.state === 'live' || meeting.state === 'ready' ? meeting.state : 'scheduled';
  return (
    <li class="meeting stack" data-meeting={meeting.id}>
      <div class="meeting-head">
        <h3>{meeting.title}</h3>
        <span class={`badge ${BADGES[state]}`}>{t(`page.room.state.${state}`)}</span>
      </div>
      <p class="small muted">
        <time dateTime={isoOf(meeting.startMs)}>{meetingLine(meeting, zone, reader)}</time>
      </p>
      <p class="small">
        <Clock seen={seen} nowMs={nowMs} />
      </p>
      <Presence seen={seen} />
      {seen.by === 'owner' && <EventDetails meeting={seen.meeting} />}
      <div class="actions">{action}</div>
    </li>
  );
}

/** When it is; of one that nobody has planned, since when. */
export const meetingLine = (meeting: ParticipantMeeting, zone: string, reader: Reader): string =>
  meeting.unscheduled
    ? reader.t('page.room.since', { when: formatMoment(meeting.startMs, zone, reader, 'shortDay') })
    : formatLine(meeting, zone, reader);

/** How long until it starts, or since when it runs. */
export function Clock({ seen: { meeting }, nowMs }: { seen: SeenMeeting; nowMs: Instant }) {
  const { t } = useReader();
  if (meeting.sinceMs !== null) {
    const text = (time: string) => t('page.room.runningFor', { time });
    return <Ticking atMs={meeting.sinceMs} nowMs={nowMs} text={text} />;
  }
  if (meeting.startMs <= nowMs) return <>{t('page.room.startsAny')}</>;
  return <Ticking atMs={meeting.startMs} nowMs={nowMs} text={(time) => t('page.room.startsIn', { time })} />;
}
