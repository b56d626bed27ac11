import type { z } from 'zod';
import type { MeetingOutcome } from '../../../workflows/meeting/messages.ts';
import type { Reminders } from '../../../domain/meeting/reminders.ts';
import { roleOf, type Role } from '../../../domain/meeting/attendee-id.ts';
import type { AnswerView, MeetingView, ProposalView, TimelineView } from '../../../queries/meetings.ts';
import { presentDelivery } from '../delivery.ts';
import { iso, isoOrNull } from '../fields.ts';
import type { bookedRoom, createdRoom, deletedRoom, roomView } from './schema.ts';

/** A meeting as far as those who make, book and delete one hear of it. */
type NamedMeeting = Pick<MeetingView, 'id' | 'uid' | 'status'>;

export const joinUrlOf = (publicUrl: string, roomId: string): string => `${publicUrl}/join/${roomId}`;

export const presentReminders = ({ mailMinutesBefore, alarmMinutesBefore }: Reminders) => ({
  mailMinutesBefore: [...mailMinutesBefore],
  alarmMinutesBefore: [...alarmMinutesBefore],
});

export const presentCreated = (meeting: NamedMeeting, publicUrl: string): z.input<typeof createdRoom> => ({
  roomId: meeting.id,
  uid: meeting.uid,
  status: meeting.status,
  joinUrl: joinUrlOf(publicUrl, meeting.id),
});

export const presentBooked = (
  meeting: NamedMeeting,
  outcome: MeetingOutcome,
  publicUrl: string,
): z.input<typeof bookedRoom> => ({
  roomId: meeting.id,
  uid: meeting.uid,
  sequence: outcome.sequence,
  status: outcome.status,
  startUtc: iso(outcome.startMs),
  endUtc: iso(outcome.endMs),
  joinUrl: joinUrlOf(publicUrl, meeting.id),
});

export const presentDeleted = (meeting: NamedMeeting, sequence: number): z.input<typeof deletedRoom> => ({
  roomId: meeting.id,
  uid: meeting.uid,
  status: 'cancelled',
  sequence,
});

export const presentRoom = (
  meeting: MeetingView,
  timeline: readonly TimelineView[],
  publicUrl: string,
): z.input<typeof roomView> => ({
  roomId: meeting.id,
  uid: meeting.uid,
  title: meeting.title,
  description: meeting.description,
  status: meeting.status,
  sequence: meeting.sequence,
  policy: meeting.policy,
  proposalExpiryHours: meeting.proposalExpiryHours,
  reminders: presentReminders(meeting),
  startUtc: iso(meeting.startMs),
  endUtc: iso(meeting.endMs),
  cancelReason: meeting.cancelReason,
  joinUrl: joinUrlOf(publicUrl, meeting.id),
  answers: { host: answerOf(meeting.attendees, 'host'), guest: answerOf(meeting.attendees, 'guest') },
  proposals: meeting.proposals.map(presentProposal),
  timeline: timeline.map(({ what, at, by, door }) => ({ what, at: iso(at), by, door })),
  room: {
    phase: meeting.phase,
    readyAt: isoOrNull(meeting.readyAt),
    closedAt: isoOrNull(meeting.closedAt),
  },
});

/** Null: nobody has this role yet. */
function answerOf(answers: AnswerView[], role: Role): z.input<typeof roomView>['answers']['host'] {
  const answer = answers.find((one) => one.id === role);
  if (!answer) return null;
  const { partstat, answeredAt, delivery } = answer;
  return {
    partstat,
    answeredAt: isoOrNull(answeredAt),
    delivery: presentDelivery(delivery),
  };
}

const presentProposal = (proposal: ProposalView) => ({
  proposalId: proposal.id,
  proposedBy: roleOf(proposal.proposedBy),
  proposedStartUtc: iso(proposal.start),
  proposedEndUtc: iso(proposal.end),
  note: proposal.note,
  createdAt: iso(proposal.createdAt),
  expiresAt: iso(proposal.expiresAt),
});
