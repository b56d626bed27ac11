import { nextDeadline } from '../../domain/meeting/deadline.ts';
import { sourceOf, type MeetingState } from '../../domain/meeting/state.ts';

const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** The meeting as an operator reads it in the Temporal UI (Markdown): how it stands, what comes next, what happened. */
export function currentDetails(meeting: MeetingState): string {
  const next = nextDeadline(meeting);
  return [
    `**${meeting.title}** is ${meeting.status}`,
    '',
    `- from ${instant(meeting.startMs)} to ${instant(meeting.endMs)}`,
    aboutSource(meeting),
    `- in the room: ${meeting.video.present.length}`,
    next ? `- next: ${next.summary.toLowerCase()} at ${instant(next.atMs)}` : '- nothing more will happen',
    '',
    ...meeting.timeline.map((line) => `1. ${instant(line.atMs)} ${line.what} by ${line.by} (${line.door})`),
  ].join('\n');
}

/** Only a booked meeting has a host, a guest and invitations. */
function aboutSource(meeting: MeetingState): string {
  const { answers, policy, sequence, calendar } = meeting;
  switch (sourceOf(meeting)) {
    case 'booking':
      return `- host ${answers.host.partstat}, guest ${answers.guest.partstat}, policy ${policy}, SEQUENCE ${sequence}`;
    case 'feed':
      return calendar?.removed ? '- removed from the calendar of its room' : '- in the calendar of its room';
    case 'unscheduled':
      return '- unscheduled';
  }
}
