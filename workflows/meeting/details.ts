import { nextDeadline } from '../../domain/meeting/deadline.ts';
import type { MeetingState } from '../../domain/meeting/state.ts';

const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** The meeting as an operator reads it in the Temporal UI (Markdown): how it stands, what comes next, what happened. */
export function currentDetails(meeting: MeetingState): string {
  const next = nextDeadline(meeting);
  return [
    `**${meeting.title}** is ${meeting.status}, SEQUENCE ${meeting.sequence}`,
    '',
    `- from ${instant(meeting.startMs)} to ${instant(meeting.endMs)}`,
    `- host ${meeting.answers.host.partstat}, guest ${meeting.answers.guest.partstat}, policy ${meeting.policy}`,
    `- in the room: ${meeting.room.present.length}`,
    next ? `- next: ${next.summary.toLowerCase()} at ${instant(next.atMs)}` : '- nothing more will happen',
    '',
    ...meeting.timeline.map((line) => `1. ${instant(line.atMs)} ${line.what} by ${line.by} (${line.door})`),
  ].join('\n');
}
