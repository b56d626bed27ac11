import type { MeetingEvent } from './events.ts';
import { sourceOf, type MeetingSource, type MeetingState } from './state.ts';

const INVITED: readonly MeetingSource[] = ['booking'];
const ALL: readonly MeetingSource[] = ['booking', 'feed', 'unscheduled'];

const HEARD_BY: Record<MeetingEvent['type'], readonly MeetingSource[]> = {
  booked: INVITED,
  answered: INVITED,
  'delegation-tried': INVITED,
  proposed: INVITED,
  withdrawn: INVITED,
  approved: INVITED,
  declined: INVITED,
  'link-requested': INVITED,
  'answer-held': INVITED,
  'refresh-requested': INVITED,
  'text-received': INVITED,
  bounced: INVITED,
  moved: INVITED,
  'calendar-event': ['feed'],
  'calendar-event-removed': ['feed'],
  opened: ['unscheduled'],
  cancelled: ALL,
  joined: ALL,
  left: ALL,
  deadline: ALL,
};

/** Whether an event is about a meeting of this kind: one without host and guest is never told of their doings. */
export const hears = (state: MeetingState, event: MeetingEvent): boolean =>
  HEARD_BY[event.type].includes(sourceOf(state));
