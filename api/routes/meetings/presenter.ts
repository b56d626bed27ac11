import type { z } from 'zod';
import type {
  AnswerView,
  LinkLine,
  ListedMeeting,
  MeetingView,
  TimelineView,
} from '../../../queries/meetings.ts';
import { presentDelivery } from '../delivery.ts';
import { iso, isoOrNull, nextAfter } from '../fields.ts';
import { joinUrlOf, presentReminders } from '../practice-rooms/presenter.ts';
import type { attendee, links, meeting, meetingPage, timeline } from './schema.ts';

export const presentAttendee = ({ answeredAt, delivery, ...rest }: AnswerView): z.input<typeof attendee> => ({
  ...rest,
  answeredAt: isoOrNull(answeredAt),
  delivery: presentDelivery(delivery),
});

export function presentMeeting(view: MeetingView, publicUrl: string): z.input<typeof meeting> {
  const isBooking = view.source === 'booking';
  return {
    id: view.id,
    uid: view.uid,
    source: view.source,
    status: view.status,
    sequence: view.sequence,
    title: view.title,
    description: view.description,
    startsAt: iso(view.startMs),
    endsAt: iso(view.endMs),
    policy: isBooking ? view.policy : null,
    proposalExpiryHours: isBooking ? view.proposalExpiryHours : null,
    reminders: isBooking ? presentReminders(view) : null,
    cancelReason: view.cancelReason,
    joinUrl: joinUrlIn(view, publicUrl),
    roomId: view.roomId,
    metadata: view.metadata,
    createdAt: iso(view.createdAt),
    attendees: view.attendees.map(presentAttendee),
    proposals: view.proposals.map(({ start, end, createdAt, expiresAt, ...rest }) => ({
      ...rest,
      startsAt: iso(start),
      endsAt: iso(end),
      createdAt: iso(createdAt),
      expiresAt: iso(expiresAt),
    })),
    videoRoom: {
      status: view.phase,
      readyAt: isoOrNull(view.readyAt),
      closedAt: isoOrNull(view.closedAt),
    },
  };
}

function joinUrlIn({ source, id, roomName, online }: MeetingView, publicUrl: string): string | null {
  if (!online) return null;
  return source === 'booking' ? joinUrlOf(publicUrl, id) : `${publicUrl}/room/${roomName}`;
}

export function presentPage(found: readonly ListedMeeting[], limit: number): z.input<typeof meetingPage> {
  return {
    meetings: found.map(({ start, end, createdAt, ...rest }) => ({
      ...rest,
      startsAt: iso(start),
      endsAt: iso(end),
      createdAt: iso(createdAt),
    })),
    next: nextAfter(found, limit, ({ start, id }) => `${start.getTime()}.${id}`),
  };
}

export const presentTimeline = (lines: readonly TimelineView[]): z.input<typeof timeline> => ({
  timeline: lines.map((line) => ({ ...line, at: iso(line.at) })),
});

export const presentLinks = (found: readonly LinkLine[]): z.input<typeof links> => ({
  links: found.map(({ createdAt, expiresAt, usedAt, ...rest }) => ({
    ...rest,
    createdAt: iso(createdAt),
    expiresAt: iso(expiresAt),
    usedAt: isoOrNull(usedAt),
  })),
});
