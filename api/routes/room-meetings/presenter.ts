import type { z } from 'zod';
import type {
  OwnerMeeting,
  ParticipantMeeting,
  Shown,
} from '../../../adapters/postgres/rooms/meetings-view.ts';
import { iso } from '../fields.ts';
import type { ownerMeeting, participantMeeting } from './schema.ts';

export const presentForParticipant = (meeting: ParticipantMeeting): z.input<typeof participantMeeting> => ({
  id: meeting.id,
  title: meeting.title,
  startsAt: iso(meeting.startMs),
  endsAt: iso(meeting.endMs),
  state: meeting.state,
  runningSince: meeting.sinceMs === null ? null : iso(meeting.sinceMs),
  participants: meeting.participants,
  participantNames: meeting.names,
});

export const presentForOwner = (meeting: OwnerMeeting): z.input<typeof ownerMeeting> => ({
  ...presentForParticipant(meeting),
  source: meeting.source,
  description: meeting.description,
  location: meeting.location,
  attendees: meeting.attendees,
});

export const presentShown = <M extends ParticipantMeeting, P>(
  { active, upcoming }: Shown<M>,
  present: (meeting: M) => P,
): { active: P[]; upcoming: P[] } => ({ active: active.map(present), upcoming: upcoming.map(present) });
