import type { Instant } from '../time/instant.ts';

export const MINUTE_MS = 60_000;

/**
 * When people are reminded of a meeting: minutes before its start, whatever the clocks of a zone do in between. An empty
 * list: not at all.
 */
export interface Reminders {
  /** Each is a mail. */
  mailMinutesBefore: readonly number[];
  /** Each is an alarm of the calendar program's own (VALARM). */
  alarmMinutesBefore: readonly number[];
}

/** What one level says: a meeting, its tenant. What it leaves out, it says nothing about. */
export type ReminderSettings = { readonly [K in keyof Reminders]?: Reminders[K] | undefined };

/** @param levels the most specific first; of mails, and of alarms, the first one counts that says something */
export const remindersOf = (...levels: readonly ReminderSettings[]): Reminders => ({
  mailMinutesBefore: saidBy(levels, 'mailMinutesBefore'),
  alarmMinutesBefore: saidBy(levels, 'alarmMinutesBefore'),
});

/** Each once, the earliest first. */
const saidBy = (levels: readonly ReminderSettings[], what: keyof Reminders): number[] => {
  const said = levels.find((level) => level[what] !== undefined)?.[what] ?? [];
  return [...new Set(said)].sort((one, other) => other - one);
};

/** What of a meeting its reminders follow from. */
interface Reminded {
  startMs: Instant;
  reminders?: Reminders;
  remindedUntilMs?: Instant;
}

/** A mail to come. */
export interface Reminder {
  minutesBefore: number;
  atMs: Instant;
}

/** Those that were not due yet as the meeting was booked or moved, or as the last one was; the earliest first. */
export function remindersToCome({ startMs, reminders, remindedUntilMs }: Reminded): Reminder[] {
  if (reminders === undefined || remindedUntilMs === undefined) return [];
  return reminders.mailMinutesBefore
    .map((minutesBefore) => ({ minutesBefore, atMs: startMs - minutesBefore * MINUTE_MS }))
    .filter(({ atMs }) => atMs > remindedUntilMs)
    .sort((one, other) => one.atMs - other.atMs);
}

/** When the next mail is due; null: none is to come. */
export const nextReminderMs = (state: Reminded): Instant | null => remindersToCome(state)[0]?.atMs ?? null;

/** The alarms that an invitation of that moment can have: none that would ring as it arrives. */
export const alarmsToCome = (
  { startMs, reminders }: Omit<Reminded, 'remindedUntilMs'>,
  nowMs: Instant,
): number[] =>
  (reminders?.alarmMinutesBefore ?? []).filter(
    (minutesBefore) => startMs - minutesBefore * MINUTE_MS > nowMs,
  );
