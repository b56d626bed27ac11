import type { z } from 'zod';
import type { ParticipantMeeting, SeenMeeting } from '../../../queries/room-meetings.ts';
import { iso } from '../fields.ts';
import type { participantMeeting, roomMeeting } from './schema.ts';

const presentForAll = (meeting: ParticipantMeeting): z.input<typeof participantMeeting> => ({
  id: meeting.id,
  title: meeting.title,
  startsAt: iso(meeting.startMs),
  endsAt: iso(meeting.endMs),
  state: meeting.state,
  runningSince: meeting.sinceMs === null ? null : iso(meeting.sinceMs),
  participants: meeting.participants,
});

/** A meeting, with what its reader may see. */
export function presentSeen({ by, meeting }: SeenMeeting): z.input<typeof roomMeeting> {
  if (by === 'participant') return presentForAll(meeting);
  const { source, description, location, attendees, names: participantNames } = meeting;
  return { ...presentForAll(meeting), participantNames, source, description, location, attendees };
}
