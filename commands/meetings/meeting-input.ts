import type { BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import { changeTerms } from '../../domain/meeting/changing.ts';
import { remindersOf } from '../../domain/meeting/reminders.ts';
import type { BookingInput } from '../../domain/meeting/state.ts';
import type { CommandDeps } from '../deps.ts';

/** What the commands about meetings work with. */
export type MeetingDeps = Pick<CommandDeps, 'knex' | 'meetings' | 'clock' | 'config'>;

/** What the meeting's workflow starts with. */
export const meetingInput = (
  meeting: BookedMeeting,
  { config }: Pick<MeetingDeps, 'config'>,
): BookingInput => ({
  uid: meeting.uid,
  tenantId: meeting.tenantId,
  meetingId: meeting.id,
  source: 'booking',
  title: meeting.title,
  ...(meeting.roomName !== null && { roomName: meeting.roomName }),
  startMs: meeting.startMs,
  endMs: meeting.endMs,
  policy: meeting.policy,
  bouncePolicy: config.bouncePolicy,
  proposalExpiryMs: meeting.proposalExpiryHours * 3_600_000,
  budgets: config.budgets,
  notesPauseMs: config.notesPauseMs,
  reminders: remindersOf(meeting),
  timings: config.room,
  ...eventTypeInput(meeting),
  attendees: meeting.beganWith,
});

const MINUTE_MS = 60_000;

/** What its event type says of a meeting. */
function eventTypeInput(meeting: BookedMeeting): Partial<BookingInput> {
  const { eventTypeId, holdExpiresAt, approvalMinutes, online } = meeting;
  if (eventTypeId === null) return {};
  return {
    eventTypeId,
    ...changeTerms(meeting),
    ...(holdExpiresAt !== null && { hold: { untilMs: holdExpiresAt.getTime() } }),
    ...(approvalMinutes !== null && { approvalMs: approvalMinutes * MINUTE_MS }),
    ...(!online && { online: false }),
  };
}
