import type { Instant } from '../time/instant.ts';
import type { Attendee } from './attendees.ts';
import { change, type Decision } from './decision.ts';
import type { DeadlineReached } from './events.ts';
import { reminderMessage } from './messages.ts';
import { MINUTE_MS, remindersToCome, type Reminder } from './reminders.ts';
import type { BookingState } from './state.ts';

/** Less is no time to do anything about it. */
const LEAST_LEFT_MS = 5 * MINUTE_MS;

/**
 * A reminder is due. One that is late, because nobody worked then, is still sent where it helps: of several that are due the last
 * one alone, and none at all when hardly any time is left.
 */
export function decideReminderDue(state: BookingState, event: DeadlineReached, nowMs: Instant): Decision {
  const [due, next] = dueAndNext(state, nowMs);
  const reminded = { ...state, remindedUntilMs: nowMs };
  const usefulUntilMs = due ? endOfUse(due, next, state) : nowMs;
  if (!due || nowMs >= usefulUntilMs) {
    return change(reminded, event, nowMs, { story: [{ what: 'reminder-late', by: 'parley' }] });
  }
  const receivers = state.attendees.filter(isReminded);
  return change(reminded, event, nowMs, {
    messages: receivers.map((to) =>
      reminderMessage(state, to, { nowMs, cause: String(due.minutesBefore), usefulUntilMs }),
    ),
    story: receivers.length > 0 ? [{ what: 'reminded', by: 'parley' }] : [],
  });
}

/** The last one that is due, and the first one that is not. */
function dueAndNext(state: BookingState, nowMs: Instant): [Reminder | undefined, Reminder | undefined] {
  const all = remindersToCome(state);
  return [all.findLast(({ atMs }) => atMs <= nowMs), all.find(({ atMs }) => atMs > nowMs)];
}

/** As the next one takes its place; and five minutes before the start, or of one that is shorter, at half its time. */
const endOfUse = (
  { minutesBefore }: Reminder,
  next: Reminder | undefined,
  { startMs }: BookingState,
): Instant =>
  Math.min(next?.atMs ?? Infinity, startMs - Math.min(LEAST_LEFT_MS, (minutesBefore * MINUTE_MS) / 2));

/** Who declined does not come, and who cannot be reached is not told. */
const isReminded = ({ answer, unreachable }: Attendee): boolean =>
  answer.partstat !== 'DECLINED' && !unreachable;
