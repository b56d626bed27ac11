import type { PlainRefusalCode } from '../../domain/meeting/decision.ts';
import type { Role } from '../../domain/meeting/attendee-id.ts';

interface Kind {
  status: number;
  title: string;
}

const kind = (status: number, title: string): Kind => ({ status, title });

/** Why the meeting refused, as HTTP says it: 409 when its state is in the way, 422 when the request can never be right, 429 until tomorrow. */
const REFUSALS: Record<PlainRefusalCode | `${Role}-busy`, Kind> = {
  'already-booked': kind(409, 'The meeting is already booked'),
  'not-booked': kind(409, 'Nobody has booked the meeting yet'),
  'meeting-over': kind(409, 'The meeting is over'),
  'meeting-started': kind(409, 'The meeting has started'),
  'host-busy': kind(409, 'The host has another meeting at this time'),
  'guest-busy': kind(409, 'The guest has another meeting at this time'),
  'room-busy': kind(409, 'The room is taken at this time'),
  'resource-busy': kind(409, 'Something that the meeting needs is taken at this time'),
  'not-attending': kind(409, 'The meeting has no such attendee'),
  'attendee-twice': kind(422, 'One person is invited twice'),
  'last-host': kind(409, 'A meeting needs a host'),
  'too-few-attendees': kind(409, 'A meeting needs two attendees'),
  'too-many-attendees': kind(409, 'A meeting takes no more attendees'),
  'seats-taken': kind(409, 'The meeting has no seat left'),
  'too-late-to-change': kind(409, 'It is too late for a guest to move or cancel the meeting'),
  'may-not-move': kind(409, 'A guest among many cannot move the meeting'),
  'slot-taken': kind(409, 'The time cannot be booked, or no more'),
  'not-asked': kind(409, 'The answer of others decides'),
  'already-approved': kind(409, 'The time is approved already'),
  'time-past': kind(422, 'The time is in the past'),
  'time-empty': kind(422, 'The end is not after the start'),
  'time-too-long': kind(422, 'The meeting is longer than seven days'),
  'time-unchanged': kind(409, 'The meeting is at this time already'),
  'stale-sequence': kind(409, 'The meeting has changed meanwhile'),
  'proposal-gone': kind(409, 'The proposal is no longer open'),
  'own-proposal': kind(409, 'One cannot decide about one’s own proposal'),
  'may-not-cancel': kind(409, 'Only a host, or who is needed, may cancel the meeting'),
  'link-used': kind(409, 'The link has been used'),
  'room-not-ready': kind(409, 'The room is not open yet'),
  'not-in-room': kind(409, 'The person is not in the room'),
  'not-due': kind(409, 'It is not time for this yet'),
  'too-many-proposals': kind(429, 'The attendee has asked for as many new times as a day (UTC) may have'),
  'too-many-links': kind(429, 'The attendee was mailed as many links as a day (UTC) may have'),
  'too-many-refreshes': kind(
    429,
    'The attendee was mailed the invitation as often as a day (UTC) may have it',
  ),
  'too-many-questions': kind(429, 'The attendee was asked as often as a day (UTC) may have it'),
};

/** Every kind of problem that the API answers with. The codes are stable; the words may change. */
export const PROBLEMS = {
  'invalid-json': kind(400, 'The body is not JSON'),
  'invalid-idempotency-key': kind(400, 'The Idempotency-Key is not usable'),
  unauthorized: kind(401, 'An API key or a session is needed'),
  'invalid-signature': kind(401, 'The signature is not valid'),
  forbidden: kind(403, 'The API key may not do this'),
  'not-shared': kind(403, 'The calendar is not shared for that'),
  'not-found': kind(404, 'There is no such thing'),
  'unknown-attendee': kind(404, 'The address is no attendee’s'),
  'link-unknown': kind(404, 'The link is not known'),
  'method-not-allowed': kind(405, 'The address does not take this method'),
  'sequence-mismatch': kind(409, 'The meeting is at another SEQUENCE'),
  'time-mismatch': kind(409, 'The meeting is at another time'),
  'address-taken': kind(409, 'The address is somebody else’s'),
  'room-name-taken': kind(409, 'Another room has this name, or had it until lately'),
  'slug-taken': kind(409, 'The slug is taken'),
  'schedule-in-use': kind(409, 'The schedule is in use'),
  'uid-conflict': kind(409, 'Another object of the calendar has the UID or the address'),
  'default-calendar-needed': kind(409, 'Invitations need a calendar to go to'),
  'room-full': kind(409, 'The room is full'),
  'too-many-holds': kind(409, 'As many times are held as one may hold'),
  'feed-not-set': kind(409, 'The room follows no feed'),
  'too-many-endpoints': kind(409, 'There are as many endpoints as a tenant may have'),
  'too-many-event-types': kind(409, 'There are as many event types as a member may have'),
  'endpoint-disabled': kind(409, 'The endpoint is disabled'),
  'idempotency-in-flight': kind(409, 'A request with this Idempotency-Key is being answered'),
  'link-expired': kind(410, 'The link has expired'),
  'link-spent': kind(410, 'The link was for one booking, and is used'),
  'content-removed': kind(410, 'The content is kept no longer'),
  'too-large': kind(413, 'The body is too large'),
  'unsupported-media-type': kind(415, 'The body has a type that is not understood'),
  'invalid-body': kind(422, 'The request is not valid'),
  'unknown-field': kind(422, 'The request has a field that is not known'),
  'too-many-entries': kind(422, 'There are as many as there may be'),
  'calendar-refuses': kind(422, 'The calendar does not take this'),
  'guest-is-host': kind(422, 'The guest is the host'),
  'attendee-is-organizer': kind(422, 'The organizer mailbox cannot be invited'),
  'idempotency-key-reused': kind(422, 'The Idempotency-Key belongs to another request'),
  'too-many-requests': kind(429, 'Too much was asked within a short time'),
  'misdirected-request': kind(421, 'This is not the host that was asked for'),
  'mail-quota-reached': kind(429, 'The mail of the day is used up'),
  'not-configured': kind(501, 'This door is not set up'),
  internal: kind(500, 'Something went wrong here'),
  'engine-unavailable': kind(503, 'The meeting engine does not answer'),
  'database-unavailable': kind(503, 'The database does not answer'),
  'reading-busy': kind(503, 'Too much waits to be read'),
  'not-ready': kind(503, 'Something that is needed is missing'),
  ...REFUSALS,
} satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface FieldProblem {
  /** Names joined by dots, as in `host.email`; empty for the whole. */
  path: string;
  message: string;
}

/** Further members of the document (RFC 9457 §3.2), each of some kinds; OpenAPI says of which. */
export interface ProblemMembers {
  nearest?: { startsAt: string; endsAt: string }[];
  most?: number;
  limitBytes?: number;
  scope?: string;
  sequence?: number;
  startUtc?: string;
  endUtc?: string;
  startsAt?: string;
  attendeeId?: string;
  missing?: string[];
  condition?: string;
}

export interface ProblemExtras {
  problems?: FieldProblem[];
  headers?: Record<string, string>;
  members?: ProblemMembers;
}

/** A request that is answered with a problem document (RFC 9457). */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly extras: ProblemExtras;

  /** @param detail a sentence for the developer who called; it never quotes an address or a token */
  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
    super(detail);
    this.name = 'Problem';
    this.code = code;
    this.status = PROBLEMS[code].status;
    this.extras = extras;
  }

  /** @param context `base`: the URL of the problems' descriptions; `instance`: a URI of this occurrence */
  document(context: { base: string; instance: string }): Record<string, unknown> {
    const { problems, members } = this.extras;
    return {
      type: `${context.base}#problem-${this.code}`,
      title: PROBLEMS[this.code].title,
      status: this.status,
      code: this.code,
      detail: this.message,
      instance: context.instance,
      ...(problems ? { problems } : {}),
      ...members,
    };
  }
}
