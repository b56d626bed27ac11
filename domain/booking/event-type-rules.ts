import type { DayNumber } from '../time/calendar-days.ts';
import { MOST_ATTENDEES } from '../meeting/inviting.ts';
import type { BookingWindow, EventTypeSettings, Question } from './event-type.ts';

/** Of a meeting's length, and of the step between slots, in minutes. */
export const SHORTEST_MINUTES = 5;
export const LONGEST_MINUTES = 1_440;
export const LONGEST_BUFFER_MINUTES = 1_440;
/** Of a notice, and of how long before the start guests may still change: a leap year, in minutes. */
export const LONGEST_NOTICE_MINUTES = 366 * 1_440;
export const MOST_LENGTHS = 10;
export const MOST_LIMITS = 20;
/** Minutes of a month without a pause; no limit means more. */
export const HIGHEST_LIMIT = 31 * 1_440;
export const MOST_HOSTS = 50;
/** Of an event type that takes so many of its hosts. */
export const MOST_TOGETHER = 20;
export const MOST_RESOURCES = 20;
export const MOST_QUESTIONS = 20;
export const MOST_OPTIONS = 50;
export const MOST_SEATS = MOST_ATTENDEES - 1;
export const MOST_WINDOW_DAYS = 731;
export const LONGEST_APPROVAL_HOURS = 336;
export const MOST_EMBED_ORIGINS = 20;
/** Of one owner, without those that were deleted. */
export const MOST_EVENT_TYPES = 200;

/** What an event type is where nobody says otherwise; its slug, title, lengths and hosts somebody has to say. */
export const DEFAULT_SETTINGS = {
  description: '',
  scheduleId: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  buffersAgainstCalendars: true,
  noticeMinutes: 0,
  window: { kind: 'dates', firstDay: null, lastDay: null },
  stepMinutes: null,
  limits: [],
  requiresApproval: false,
  approvalHours: 24,
  policy: null,
  location: '',
  online: true,
  roomId: null,
  questions: [],
  changeUntilMinutes: 0,
  access: 'public',
  lockedTimezone: null,
  reminders: {},
  seats: 1,
  together: { kind: 'one' },
  resourceIds: [],
  embedOrigins: [],
  active: true,
} as const satisfies Partial<EventTypeSettings>;

/** What is wrong with one field of an event type, in words that its name begins. */
export interface SettingsProblem {
  field: string;
  problem: string;
}

const wrong = (field: string, problem: string): SettingsProblem => ({ field, problem });

/** How its fields do not go with each other; null: they do. Each field alone is within its bounds already. */
export function settingsProblem(settings: EventTypeSettings): SettingsProblem | null {
  return (
    repeated(settings.lengthsMinutes, 'lengthsMinutes') ??
    limitProblem(settings) ??
    windowProblem(settings.window) ??
    questionProblem(settings.questions) ??
    hostProblem(settings) ??
    repeated(settings.resourceIds, 'resourceIds') ??
    repeated(settings.embedOrigins, 'embedOrigins') ??
    seatProblem(settings) ??
    placeProblem(settings)
  );
}

function repeated(values: readonly unknown[], field: string): SettingsProblem | null {
  return new Set(values).size < values.length ? wrong(field, 'must have each once') : null;
}

function limitProblem({ limits, lengthsMinutes }: EventTypeSettings): SettingsProblem | null {
  const at = limits.findIndex(
    ({ lengthMinutes }) => lengthMinutes !== undefined && !lengthsMinutes.includes(lengthMinutes),
  );
  if (at >= 0) return wrong(`limits.${at}.lengthMinutes`, 'must be one of lengthsMinutes');
  const kinds = limits.map(({ per, of, lengthMinutes }) => `${per} ${of} ${lengthMinutes ?? ''}`);
  const twice = kinds.findIndex((kind, index) => kinds.indexOf(kind) < index);
  return twice < 0
    ? null
    : wrong(`limits.${twice}.per`, 'must not be in another limit with the same of and lengthMinutes');
}

function windowProblem(window: BookingWindow): SettingsProblem | null {
  if (window.kind === 'days' || window.firstDay === null || window.lastDay === null) return null;
  return window.firstDay > window.lastDay ? wrong('window.lastDay', 'must not be before firstDay') : null;
}

/** Days that are set now, and of which the last is over for everybody. @param before null: it is new */
export function pastWindowProblem(
  { window }: Pick<EventTypeSettings, 'window'>,
  before: Pick<EventTypeSettings, 'window'> | null,
  today: DayNumber,
): SettingsProblem | null {
  if (window.kind === 'days' || window.lastDay === null || window.lastDay >= today) return null;
  const same = before?.window.kind === 'dates' && before.window.lastDay === window.lastDay;
  return same ? null : wrong('window.lastDay', 'must not be past');
}

function questionProblem(questions: readonly Question[]): SettingsProblem | null {
  for (const [at, { kind, options }] of questions.entries()) {
    const field = `questions.${at}.options`;
    if (kind !== 'choice') {
      if (options !== undefined) return wrong(field, 'only a choice has them');
    } else if (options === undefined || options.length < 2) {
      return wrong(field, 'must have two at least for a choice');
    } else {
      const twice = repeated(options, field);
      if (twice) return twice;
    }
  }
  return null;
}

function hostProblem({ hosts, together, seats }: EventTypeSettings): SettingsProblem | null {
  const ids = hosts.map(({ principalId }) => principalId);
  if (ids.length === 0) return wrong('hosts', 'must have one');
  if (together.kind === 'some' && together.count > ids.length)
    return wrong('together.count', 'must not be more than there are hosts');
  const taking = together.kind === 'one' ? 1 : together.kind === 'all' ? ids.length : together.count;
  if (taking + seats > MOST_ATTENDEES)
    return wrong('seats', `must leave room for the hosts: a meeting is of ${MOST_ATTENDEES} at most`);
  return repeated(ids, 'hosts');
}

/** A guest who waits for approval would hold the seats of those who have theirs. */
function seatProblem({ seats, requiresApproval }: EventTypeSettings): SettingsProblem | null {
  return seats > 1 && requiresApproval
    ? wrong(
        'requiresApproval',
        'must be false where there are several seats: a meeting is approved as a whole',
      )
    : null;
}

function placeProblem({ online, location }: EventTypeSettings): SettingsProblem | null {
  return online || location.trim() !== ''
    ? null
    : wrong('location', 'must say where it takes place: it has no video room');
}
