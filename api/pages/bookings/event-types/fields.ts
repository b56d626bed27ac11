import type { EventType } from '../../../../queries/event-types.ts';
import { presentEventType } from '../../../routes/event-types/presenter.ts';

/** How a number of minutes is typed: as whole days or hours where it is some. */
export const UNITS = { minutes: 1, hours: 60, days: 1_440 } as const;
export type Unit = keyof typeof UNITS;

export function durationOf(minutes: number): { value: string; unit: Unit } {
  const unit = (['days', 'hours', 'minutes'] as const).find(
    (one) => minutes > 0 && minutes % UNITS[one] === 0,
  );
  return { value: String(minutes / UNITS[unit ?? 'minutes']), unit: unit ?? 'minutes' };
}

const text = (value: string | number | null | undefined): string => (value == null ? '' : String(value));
const box = (checked: boolean): string => (checked ? 'yes' : '');

/** An event type as the fields of its form have it, by their names. */
export function fieldsOf(eventType: EventType): Record<string, string> {
  const shown = presentEventType(eventType);
  const [notice, change] = [durationOf(shown.noticeMinutes), durationOf(shown.changeUntilMinutes ?? 0)];
  return {
    ...{ title: shown.title, slug: shown.slug, description: shown.description },
    lengths: shown.lengthsMinutes.join(', '),
    step: text(shown.stepMinutes),
    bufferBefore: text(shown.bufferBeforeMinutes),
    bufferAfter: text(shown.bufferAfterMinutes),
    buffersAgainstCalendars: box(shown.buffersAgainstCalendars),
    ...{ notice: notice.value, noticeUnit: notice.unit },
    window: eventType.window.kind === 'days' ? 'days' : isOpen(shown.window) ? 'any' : 'dates',
    windowDays: text(shown.window.days ?? 60),
    ...{ firstDay: text(shown.window.firstDay), lastDay: text(shown.window.lastDay) },
    ...{
      location: shown.location,
      online: box(shown.online),
      room: text(shown.roomId),
      together: shown.together.kind,
    },
    count: text(shown.together.count ?? 2),
    ...Object.fromEntries(
      shown.hosts.flatMap(({ principalId, priority, weight }) => [
        [`host ${principalId}`, 'yes'],
        [`priority ${principalId}`, text(priority)],
        [`weight ${principalId}`, text(weight)],
      ]),
    ),
    ...Object.fromEntries(shown.resourceIds.map((id) => [`resource ${id}`, 'yes'])),
    ...{ seats: text(shown.seats), approval: box(shown.requiresApproval) },
    approvalHours: text(shown.approvalHours),
    policy: text(shown.policy),
    ...{ changing: box(shown.changeUntilMinutes !== null), change: change.value, changeUnit: change.unit },
    ...reminderFields('mail', shown.reminders.mailMinutesBefore),
    ...reminderFields('alarm', shown.reminders.alarmMinutesBefore),
    ...{ access: shown.access, lockedZone: text(shown.lockedTimezone) },
    embed: shown.embedOrigins.join('\n'),
    ...limitFields(shown.limits),
    ...questionFields(shown.questions),
  };
}

const isOpen = ({
  firstDay,
  lastDay,
}: {
  firstDay?: string | null | undefined;
  lastDay?: string | null | undefined;
}): boolean => firstDay == null && lastDay == null;

const reminderFields = (what: string, minutes: readonly number[] | undefined): Record<string, string> => ({
  [`${what}Own`]: box(minutes !== undefined),
  [what]: (minutes ?? []).join(', '),
});

const limitFields = (limits: ReturnType<typeof presentEventType>['limits']): Record<string, string> =>
  Object.fromEntries(
    limits.flatMap(({ per, of, most, lengthMinutes }, at) => [
      [`limits.${at}.per`, per],
      [`limits.${at}.of`, of],
      [`limits.${at}.most`, text(most)],
      [`limits.${at}.length`, text(lengthMinutes)],
    ]),
  );

const questionFields = (
  questions: ReturnType<typeof presentEventType>['questions'],
): Record<string, string> =>
  Object.fromEntries(
    questions.flatMap(({ key, kind, label, required, options = [] }, at) => [
      [`questions.${at}.key`, key],
      [`questions.${at}.kind`, kind],
      [`questions.${at}.label`, label],
      [`questions.${at}.required`, box(required)],
      [`questions.${at}.options`, options.join('\n')],
    ]),
  );

/** How many rows of a list the fields say, up to what is read of it. */
export const rowsIn = (typed: Readonly<Record<string, string>>, list: string, most: number): number =>
  1 +
  Array.from({ length: most }, (_, at) => at).reduce(
    (last, at) =>
      typed[`${list}.${at}.shown`] !== undefined || isFilled(typed, `${list}.${at}`) ? at : last,
    -1,
  );

const isFilled = (typed: Readonly<Record<string, string>>, row: string): boolean =>
  (typed[`${row}.label`] ?? typed[`${row}.most`] ?? '') !== '';
