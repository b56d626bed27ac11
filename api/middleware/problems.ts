import { nextDayMs } from '../../domain/meeting/budgets.ts';
import { busyAttendee, generalCode, type RefusalCode } from '../../domain/meeting/decision.ts';
import type { NotAsWanted } from '../../commands/calendar-messages/wanted.ts';
import type { SlugTaken } from '../../domain/booking/slug-taken.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { GuestRefused } from '../../commands/booking/guest-refused.ts';
import type { CannotInvite } from '../../commands/meetings/invitees.ts';
import type { LinkProblemCode } from '../../commands/links/link-problem.ts';
import { MOST_CALENDARS } from '../../commands/calendars/limits.ts';
import type { CalendarRefusal } from '../../commands/calendars/refusals.ts';
import { Problem, PROBLEMS, type FieldProblem } from './problem.ts';

export const invalidJson = () => new Problem('invalid-json', 'The body must be one JSON object in UTF-8.');

/** @param problems every one that was found */
export function invalidRequest(problems: FieldProblem[], onlyUnknownFields: boolean): Problem {
  const code = onlyUnknownFields ? 'unknown-field' : 'invalid-body';
  const words = problems.map(({ path, message }) => (path ? `${path}: ${message}` : `The body ${message}`));
  return new Problem(code, words.join('; '), { problems });
}

export const invalidField = (path: string, message: string) => invalidRequest([{ path, message }], false);

export const unauthorized = (detail = 'Send "Authorization: Bearer <key>" with a key that is valid.') =>
  new Problem('unauthorized', detail, { headers: { 'WWW-Authenticate': 'Bearer realm="parley"' } });

export const invalidSignature = (detail: string) => new Problem('invalid-signature', detail);

/** @param variable the setting that opens it */
export const notConfigured = (variable: string) => new Problem('not-configured', `${variable} is not set.`);

export const forbidden = (scope: string) =>
  new Problem('forbidden', `The key lacks the scope "${scope}".`, { members: { scope } });

export const notFound = (what: string) => new Problem('not-found', `${what} was not found.`);

export const roomNameTaken = () =>
  new Problem('room-name-taken', 'Names are of the whole installation; choose another one.');

export const slugTaken = (of: SlugTaken['of']) =>
  new Problem(
    'slug-taken',
    of === 'member'
      ? 'Somebody else has this slug; choose another one.'
      : 'Another event type of the owner has this slug; choose another one.',
  );

export const notShared = () =>
  new Problem('not-shared', 'It is somebody else’s, who shared it with fewer rights than this takes.');

/** What a calendar refuses. */
export function calendarRefused({ code }: CalendarRefusal): Problem {
  switch (code) {
    case 'no-uid-conflict':
      return new Problem('uid-conflict', 'Delete or move what is in its place first.');
    case 'default-calendar-needed':
      return new Problem('default-calendar-needed', 'Choose another one as the default first.');
    case 'quota-not-exceeded':
      return tooManyEntries(MOST_CALENDARS);
    default:
      return new Problem(
        'calendar-refuses',
        'It breaks a rule of calendar objects; `condition` is the name of the precondition.',
        { members: { condition: code } },
      );
  }
}

export const scheduleInUse = () =>
  new Problem(
    'schedule-in-use',
    'It is the default of its member, or an event type has it; give them another one first.',
  );

export const tooManyEntries = (most: number) =>
  new Problem(
    'too-many-entries',
    `There may be ${most}, and nothing was stored. Delete what is not needed.`,
    {
      members: { most },
    },
  );

/** @param path of the list that they are in; null: it is about one alone */
export const cannotInvite = ({ code, at }: CannotInvite, path: string | null = 'attendees') =>
  code === 'attendee-is-organizer'
    ? new Problem(code, 'The organizer mailbox sends the invitations; invite somebody else.')
    : new Problem(code, 'Each person is invited once, under one address.', {
        problems: [
          {
            path: path === null ? 'email' : `${path}.${at}.email`,
            message: 'is of somebody who is invited already',
          },
        ],
      });

const GUESTS = {
  'guest-is-host': ['Host and guest need different addresses.', 'is the host’s address'],
  'attendee-is-organizer': [
    'The organizer mailbox sends the invitations; invite somebody else.',
    'is the organizer mailbox’s address',
  ],
  'attendee-twice': [
    'Each person is invited once, under one address.',
    'is of somebody who is invited already',
  ],
} as const;

/** Who cannot be the guest of a booking. */
export const guestRefused = (code: GuestRefused['code']) =>
  new Problem(code, GUESTS[code][0], { problems: [{ path: 'guest.email', message: GUESTS[code][1] }] });

export const holdOfAnotherTime = () =>
  new Problem(
    'time-mismatch',
    'The hold is of another time, or length; book it as it was held, or hold another slot.',
  );

export const linkSpent = () =>
  new Problem('link-spent', 'A meeting was booked with it already. Ask for another link.');

export const unknownAttendee = () => new Problem('unknown-attendee', 'The address is none of an attendee’s.');

export const notAsWanted = ({ code, meeting: { sequence, startMs, endMs } }: NotAsWanted) =>
  code === 'sequence-mismatch'
    ? new Problem(code, `The meeting is at SEQUENCE ${sequence}.`, { members: { sequence } })
    : new Problem(code, 'At this SEQUENCE the meeting is at another time.', {
        members: { startUtc: new Date(startMs).toISOString(), endUtc: new Date(endMs).toISOString() },
      });

export const addressTaken = () =>
  new Problem('address-taken', 'An address is one principal’s of the tenant.');

export const tooManyEventTypes = () =>
  new Problem('too-many-event-types', 'Delete one that is not used any more first.');

export const methodNotAllowed = (allowed: readonly string[]) =>
  new Problem('method-not-allowed', `Allowed: ${allowed.join(', ')}.`, {
    headers: { Allow: allowed.join(', ') },
  });

export const unsupportedMediaType = (accepted: readonly string[]) =>
  new Problem(
    'unsupported-media-type',
    `Send the body, without Content-Encoding, as ${accepted.join(' or ')}.`,
  );

export const misdirected = () =>
  new Problem('misdirected-request', 'Ask by the name in PUBLIC_URL, or by localhost on this machine.');

export const contentRemoved = () =>
  new Problem(
    'content-removed',
    'Its bytes were removed when their time was over; what was decided is kept.',
  );

export const mailQuotaReached = (nowMs: number) =>
  new Problem(
    'mail-quota-reached',
    'The tenant was sent as much mail as a day may have; try again tomorrow.',
    { headers: untilTomorrow(nowMs) },
  );

/** The day is one of UTC. */
const untilTomorrow = (nowMs: number) => ({
  'Retry-After': String(Math.ceil((nextDayMs(nowMs) - nowMs) / 1000)),
});

export const tooLarge = (limitBytes: number) =>
  new Problem('too-large', `At most ${limitBytes} bytes are taken.`, { members: { limitBytes } });

/** @param seconds until it may be tried again. @param headers of the limit that is used up */
export const tooManyRequests = (seconds = 60, headers: Record<string, string> = {}) =>
  new Problem('too-many-requests', `Try again in ${seconds} seconds.`, {
    headers: { ...headers, 'Retry-After': String(seconds) },
  });

export const roomFull = () =>
  new Problem('room-full', 'As many are inside as the meeting takes. Try again when somebody has left.');

export const roomNotReady = (startMs: Instant) =>
  new Problem('room-not-ready', 'The room opens shortly before the meeting starts.', {
    members: { startsAt: new Date(startMs).toISOString() },
  });

export const feedNotSet = () => new Problem('feed-not-set', 'Set the address of a calendar, and follow it.');

export const tooManyEndpoints = () =>
  new Problem('too-many-endpoints', 'Delete one that is not used any more first.');

export const endpointDisabled = () =>
  new Problem('endpoint-disabled', 'Enable it first: PATCH it with {"enabled":true}.');

export const invalidIdempotencyKey = () =>
  new Problem('invalid-idempotency-key', 'It must have 1 to 255 visible ASCII characters.');

export const idempotencyKeyReused = () =>
  new Problem(
    'idempotency-key-reused',
    'The same key came with another request. Use a new key for a new request.',
  );

export const idempotencyInFlight = () =>
  new Problem(
    'idempotency-in-flight',
    'The first request with this key is still being answered; try again.',
    {
      headers: { 'Retry-After': '1' },
    },
  );

export const engineUnavailable = () =>
  new Problem(
    'engine-unavailable',
    'What was asked may still happen. Ask again with the same Idempotency-Key.',
    {
      headers: { 'Retry-After': '2' },
    },
  );

export const databaseUnavailable = () =>
  new Problem('database-unavailable', 'Ask again with the same Idempotency-Key.', {
    headers: { 'Retry-After': '2' },
  });

export const readingBusy = () =>
  new Problem('reading-busy', 'Nothing was stored. Ask again a little later.', {
    headers: { 'Retry-After': '5' },
  });

export const internal = () =>
  new Problem('internal', 'The log has the cause under the request id in "instance".');

/** The meeting's own refusal. @param nowMs for what is possible again tomorrow */
export function refused(refusal: RefusalCode, nowMs = Date.now()): Problem {
  const code = generalCode(refusal);
  const busy = busyAttendee(refusal);
  const { status, title } = PROBLEMS[code];
  return new Problem(code, `${title}.`, {
    ...(status === 429 && { headers: untilTomorrow(nowMs) }),
    ...(busy !== null && { members: { attendeeId: busy } }),
  });
}

/** A link of another purpose is as good as unknown. */
export const linkProblem = (code: LinkProblemCode) =>
  new Problem(
    code === 'link-foreign' ? 'link-unknown' : code,
    'Open the newest "Request new time" link, or ask for a fresh one on its page.',
  );

/** @param nearest the free slots nearest to the one that was asked for; in UTC */
export const slotTaken = (nearest: readonly { startMs: Instant; endMs: Instant }[]) =>
  new Problem(
    'slot-taken',
    nearest.length === 0
      ? 'Nothing near it is free; ask for the available slots of other days.'
      : 'Choose another slot; `nearest` has the free ones next to it.',
    {
      members: {
        nearest: nearest.map(({ startMs, endMs }) => ({
          startsAt: new Date(startMs).toISOString(),
          endsAt: new Date(endMs).toISOString(),
        })),
      },
    },
  );

export const tooManyHolds = () =>
  new Problem('too-many-holds', 'Book one of those that you hold, or wait until it is given back.');
