import type { z } from 'zod';
import type { MeetingOutcome } from '../../../workflows/meeting/messages.ts';
import {
  type AnswerView,
  type ProposalView,
  type TimelineView,
  phaseOf,
} from '../../../adapters/postgres/room-view.ts';
import type { Room } from '../../../adapters/postgres/rooms.ts';
import { hideAddresses, hideTheseAddresses } from '../../../domain/meeting/privacy.ts';
import type { Role } from '../../../domain/meeting/state.ts';
import { iso } from '../fields.ts';
import type { bookedRoom, createdRoom, deletedRoom, roomView } from './schema.ts';

const isoOrNull = (time: Date | null): string | null => time && iso(time);

export const joinUrlOf = (publicUrl: string, roomId: string): string => `${publicUrl}/join/${roomId}`;

export const presentCreated = (room: Room, publicUrl: string): z.input<typeof createdRoom> => ({
  roomId: room.id,
  uid: room.uid,
  status: room.status,
  joinUrl: joinUrlOf(publicUrl, room.id),
});

export const presentBooked = (
  room: Room,
  outcome: MeetingOutcome,
  publicUrl: string,
): z.input<typeof bookedRoom> => ({
  roomId: room.id,
  uid: room.uid,
  sequence: outcome.sequence,
  status: outcome.status,
  startUtc: iso(outcome.startMs),
  endUtc: iso(outcome.endMs),
  joinUrl: joinUrlOf(publicUrl, room.id),
});

export const presentDeleted = (room: Room, sequence: number): z.input<typeof deletedRoom> => ({
  roomId: room.id,
  uid: room.uid,
  status: 'cancelled',
  sequence,
});

export interface RoomParts {
  room: Room;
  answers: AnswerView[];
  proposals: ProposalView[];
  timeline: TimelineView[];
  /** To be hidden wherever somebody wrote one of them into a text. */
  addresses: string[];
  publicUrl: string;
}

export function presentRoom(parts: RoomParts): z.input<typeof roomView> {
  const { room, addresses } = parts;
  const hide = (text: string) => hideTheseAddresses(text, addresses);
  return {
    roomId: room.id,
    uid: room.uid,
    title: hide(room.title),
    description: hide(room.description),
    status: room.status,
    sequence: room.sequence,
    policy: room.policy,
    proposalExpiryHours: room.proposalExpiryHours,
    startUtc: iso(room.startMs),
    endUtc: iso(room.endMs),
    cancelReason: room.cancelReason === null ? null : hide(room.cancelReason),
    joinUrl: joinUrlOf(parts.publicUrl, room.id),
    answers: { host: answerOf(parts.answers, 'host'), guest: answerOf(parts.answers, 'guest') },
    proposals: parts.proposals.map(presentProposal),
    timeline: parts.timeline.map((line) => ({ ...line, at: iso(line.at) })),
    room: { phase: phaseOf(room), readyAt: isoOrNull(room.readyAt), closedAt: isoOrNull(room.closedAt) },
  };
}

/** Null: nobody has this role yet. */
function answerOf(answers: AnswerView[], role: Role): z.input<typeof roomView>['answers']['host'] {
  const answer = answers.find((one) => one.role === role);
  if (!answer) return null;
  const { partstat, answeredAt, delivery } = answer;
  return { partstat, answeredAt: isoOrNull(answeredAt), delivery: delivery && presentDelivery(delivery) };
}

const presentDelivery = ({ state, kind, method, sequence, sentAt }: NonNullable<AnswerView['delivery']>) => ({
  state,
  kind,
  method,
  sequence,
  sentAt: isoOrNull(sentAt),
});

const presentProposal = (proposal: ProposalView) => ({
  proposalId: proposal.id,
  proposedBy: proposal.proposedBy,
  proposedStartUtc: iso(proposal.start),
  proposedEndUtc: iso(proposal.end),
  note: hideAddresses(proposal.note),
  createdAt: iso(proposal.createdAt),
  expiresAt: iso(proposal.expiresAt),
});
