import { decideAnswered } from './answers.ts';
import { decideBooked } from './booking.ts';
import { decideBounced } from './bouncing.ts';
import { decideCancelled } from './cancelling.ts';
import { decideDelegationTried } from './delegating.ts';
import { decideDeadline } from './deadline.ts';
import { refuse, type Decision } from './decision.ts';
import type { MeetingEvent } from './events.ts';
import { decideCalendarEvent, decideCalendarEventRemoved } from './feed.ts';
import { decideLinkRequested } from './fresh-link.ts';
import { hears } from './hearing.ts';
import { decideAnswerHeld } from './holding.ts';
import { decideMoved } from './moving.ts';
import { decideApproved, decideDeclined, decideProposed, decideWithdrawn } from './proposals.ts';
import { decideRefreshRequested } from './refreshing.ts';
import { decideJoined, decideLeft } from './video.ts';
import type { MeetingState } from './state.ts';
import type { Instant } from '../time/instant.ts';
import { decideOpened } from './unscheduled.ts';
import { decideTextReceived } from './words.ts';

/**
 * The meeting's rules, all of them: what `event` at `nowMs` means for `state`.
 * Pure; the same three always give the same decision.
 */
export function decide(state: MeetingState, event: MeetingEvent, nowMs: Instant): Decision {
  if (!hears(state, event)) return refuse('not-booked');
  switch (event.type) {
    case 'booked':
      return decideBooked(state, event, nowMs);
    case 'answered':
      return decideAnswered(state, event, nowMs);
    case 'delegation-tried':
      return decideDelegationTried(state, event, nowMs);
    case 'proposed':
      return decideProposed(state, event, nowMs);
    case 'withdrawn':
      return decideWithdrawn(state, event, nowMs);
    case 'approved':
      return decideApproved(state, event, nowMs);
    case 'declined':
      return decideDeclined(state, event, nowMs);
    case 'link-requested':
      return decideLinkRequested(state, event, nowMs);
    case 'answer-held':
      return decideAnswerHeld(state, event, nowMs);
    case 'refresh-requested':
      return decideRefreshRequested(state, event, nowMs);
    case 'text-received':
      return decideTextReceived(state, event, nowMs);
    case 'bounced':
      return decideBounced(state, event, nowMs);
    case 'moved':
      return decideMoved(state, event, nowMs);
    case 'cancelled':
      return decideCancelled(state, event, nowMs);
    case 'joined':
      return decideJoined(state, event, nowMs);
    case 'left':
      return decideLeft(state, event, nowMs);
    case 'calendar-event':
      return decideCalendarEvent(state, event, nowMs);
    case 'calendar-event-removed':
      return decideCalendarEventRemoved(state, event, nowMs);
    case 'opened':
      return decideOpened(state, event, nowMs);
    case 'deadline':
      return decideDeadline(state, event, nowMs);
  }
}
