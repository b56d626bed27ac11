import { roleOf, type AttendeeId } from '../meeting/attendee-id.ts';
import type { Change, ProposalChange } from '../meeting/decision.ts';
import type { MeetingEvent } from '../meeting/events.ts';
import { hideAddresses } from '../meeting/privacy.ts';
import { isBooking, type MeetingState, type TimelineEntry } from '../meeting/state.ts';
import type { TimelineWord } from '../meeting/timeline-word.ts';
import type { Instant, TimeRange } from '../time/instant.ts';
import type {
  CancelCause,
  MeetingPayloads,
  MeetingWebhookEvent,
  ToldAttendee,
  ToldMeeting,
  ToldProposal,
} from './payloads.ts';

/** What backends are told of a change, in the order in which it tells it. Pure; the same change gives the same events. */
export function webhookEventsOf({
  change,
  event,
}: {
  change: Change;
  event: MeetingEvent;
}): MeetingWebhookEvent[] {
  if (isUntold(change.next)) return [];
  const meeting = toldMeeting(change.next);
  const told = <T extends keyof MeetingPayloads>(type: T, data: MeetingPayloads[T]) =>
    ({ type, data: { meeting, ...data } }) as MeetingWebhookEvent;
  return [
    ...change.proposals
      .filter(({ isNew }) => isNew)
      .map((one) => told('proposal.made', { proposal: toldProposal(one) })),
    ...change.proposals
      .filter(({ status }) => status !== 'pending')
      .map((one) => told('proposal.decided', { proposal: toldProposal(one) })),
    ...change.timeline.flatMap((line) => eventsOf(line, { change, event }, told)),
    ...freedBy(change, told),
  ];
}

/** A booking at once that was refused after all: nothing was told of it, so nothing is told of its end. */
const isUntold = (next: MeetingState): boolean =>
  next.status === 'cancelled' && next.revision === 1 && eventTypeOf(next) !== null;

/** A change that gives a time of an event type back, or a seat. */
function freedBy(change: Change, told: Told): MeetingWebhookEvent[] {
  const eventTypeId = eventTypeOf(change.next);
  if (eventTypeId === null) return [];
  const freed = ({ startMs, endMs }: TimeRange, seat: boolean) =>
    told('slot.freed', { eventTypeId, slot: { startsAt: iso(startMs), endsAt: iso(endMs), seat } });
  const { own, seat } = ownFreed(change);
  const proposed = change.proposals.filter(
    ({ status, isNew, proposal }) =>
      proposal.holds && !isNew && status !== 'pending' && status !== 'approved',
  );
  return [...(own ? [freed(own, seat)] : []), ...proposed.map(({ proposal }) => freed(proposal, false))];
}

/** What the meeting itself gives back: its time, that which it had before, or a seat. */
function ownFreed({ next, timeline, messages }: Change): { own: TimeRange | null; seat: boolean } {
  const has = (...words: TimelineWord[]) => timeline.some(({ what }) => words.includes(what));
  const seat = has('seat-freed');
  if (seat || has('cancelled', 'hold-ended', 'booking-declined', 'booking-expired'))
    return { own: next, seat };
  const before = messages.find(({ previousTime }) => previousTime !== null)?.previousTime ?? null;
  return { own: has('moved', 'proposal-approved') ? before : null, seat };
}

type Told = <T extends keyof MeetingPayloads>(type: T, data: MeetingPayloads[T]) => MeetingWebhookEvent;

function eventsOf(
  { what, by, about }: TimelineEntry,
  { change, event }: { change: Change; event: MeetingEvent },
  told: Told,
): MeetingWebhookEvent[] {
  switch (what) {
    case 'booked':
    case 'appeared':
      return [told('meeting.booked', { by })];
    case 'opened':
      return [told('meeting.booked', { by }), told('room.ready', {})];
    case 'moved':
    case 'proposal-approved':
      return [told('meeting.moved', { by })];
    case 'accepted':
    case 'tentative':
    case 'declined':
      return [told('meeting.answered', { attendee: toldAttendee(by), partstat: ANSWERS[what] })];
    case 'held':
    case 'booking-requested':
      return [told('meeting.held', { expiresAt: iso(holdEnds(change.next)) })];
    case 'hold-ended':
      return [told('meeting.expired', { cause: 'not-booked' })];
    case 'booking-expired':
      return [told('meeting.expired', { cause: 'not-approved' })];
    case 'booking-declined':
      return [told('meeting.cancelled', { by, cause: 'declined' })];
    case 'reassigned':
      return event.type === 'reassigned' && about !== undefined
        ? [
            told('meeting.reassigned', {
              by,
              before: toldAttendee(event.attendeeId),
              host: toldAttendee(about),
            }),
          ]
        : [];
    case 'cancelled':
      return [told('meeting.cancelled', { by, cause: causeOf(change, event) })];
    case 'room-ready':
      return [told('room.ready', {})];
    case 'joined':
    case 'left':
      return event.type === what
        ? [told(`participant.${what}`, presence(event.participantId, change.next))]
        : [];
    case 'room-closed':
      return [told('meeting.closed', { cause: 'over' })];
    case 'never-booked':
      return [told('meeting.closed', { cause: 'never-booked' })];
    default:
      return [];
  }
}

const holdEnds = (state: MeetingState): Instant =>
  (isBooking(state) ? state.hold?.untilMs : undefined) ?? state.startMs;

const ANSWERS = { accepted: 'ACCEPTED', tentative: 'TENTATIVE', declined: 'DECLINED' } as const;

/** What a cancellation follows from stands before it in the same change. */
function causeOf({ timeline }: Change, event: MeetingEvent): CancelCause {
  if (event.type === 'calendar-event-removed') return 'removed-from-calendar';
  if (timeline.some(({ what }) => what === 'declined')) return 'declined';
  return timeline.some(({ what }) => what === 'bounced') ? 'unreachable' : 'asked';
}

/** The id of a participant may be the backend's own word for them. */
const presence = (participantId: string, { video }: MeetingState) => ({
  participantId: hideAddresses(participantId),
  inside: video.present.length,
});

export const toldAttendee = (id: AttendeeId): ToldAttendee => ({ id, role: roleOf(id) });

const toldProposal = ({ proposal, status, decidedBy }: ProposalChange): ToldProposal => ({
  id: proposal.id,
  proposedBy: toldAttendee(proposal.proposedBy),
  startsAt: iso(proposal.startMs),
  endsAt: iso(proposal.endMs),
  expiresAt: iso(proposal.expiresMs),
  status,
  decidedBy,
});

const toldMeeting = (state: MeetingState): ToldMeeting => ({
  id: state.meetingId,
  source: state.source,
  eventTypeId: eventTypeOf(state),
  status: state.status,
  startsAt: iso(state.startMs),
  endsAt: iso(state.endMs),
  sequence: state.sequence,
  revision: state.revision,
  attendees: isBooking(state)
    ? state.attendees.map(({ id, role, required, answer }) => ({
        id,
        role,
        required,
        partstat: answer.partstat,
      }))
    : [],
});

const eventTypeOf = (state: MeetingState): string | null =>
  isBooking(state) ? (state.eventTypeId ?? null) : null;

const iso = (ms: Instant): string => new Date(ms).toISOString();
