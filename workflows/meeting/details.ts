import { nextDeadline } from '../../domain/meeting/deadline.ts';
import type { MeetingState } from '../../domain/meeting/state.ts';

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

/** Only a booked meeting has attendees and invitations. */
function aboutSource(meeting: MeetingState): string {
  switch (meeting.source) {
    case 'booking': {
      const { attendees, policy, sequence, proposals } = meeting;
      const answers = attendees.map(
        ({ id, required, answer }) => `${id}${required ? '' : ' (optional)'} ${answer.partstat}`,
      );
      return [
        `- ${answers.join(', ')}, policy ${policy}, SEQUENCE ${sequence}`,
        ...proposals.map(
          ({ proposedBy, waitsFor }) => `- the proposal of ${proposedBy} waits for ${waitsFor.join(', ')}`,
        ),
      ].join('\n');
    }
    case 'feed':
      return meeting.calendar?.removed === true
        ? '- removed from the calendar of its room'
        : '- in the calendar of its room';
    case 'unscheduled':
      return '- unscheduled';
  }
}
