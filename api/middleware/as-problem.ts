import { refusalOf } from '../../activities/meeting/meetings.ts';
import { ContentRemoved } from '../../activities/inbound/ports.ts';
import { MailQuotaReached } from '../../activities/inbound/metered-ingest.ts';
import { ReadingBusy } from '../../activities/reading-failures.ts';
import { UnknownAttendee } from '../../commands/calendar-messages/addressee.ts';
import { NotAsWanted } from '../../commands/calendar-messages/wanted.ts';
import { TooManyEventTypes } from '../../commands/event-types/refusals.ts';
import { ScheduleInUse, TooManyEntries } from '../../commands/availability/refusals.ts';
import { TooManyPasswords } from '../../commands/app-passwords/too-many.ts';
import { CalendarRefusal } from '../../commands/calendars/refusals.ts';
import { InvalidInput } from '../../commands/invalid-input.ts';
import { LinkProblem } from '../../commands/links/link-problem.ts';
import { CannotInvite } from '../../commands/meetings/invitees.ts';
import { NotLetIn } from '../../commands/presence/not-let-in.ts';
import { RoomNotReady } from '../../commands/presence/report-presence.ts';
import { GuestRefused } from '../../commands/booking/guest-refused.ts';
import { HoldOfAnotherTime, SlotTaken, TooManyHolds } from '../../commands/booking/slot-taken.ts';
import { FeedNotSet } from '../../commands/rooms/feed-not-set.ts';
import { EndpointIsDisabled, TooManyEndpoints } from '../../commands/webhooks/refusals.ts';
import { unavailablePart } from '../../commands/unavailable.ts';
import { SlugTaken } from '../../domain/booking/slug-taken.ts';
import { AddressTaken, RoomNameTaken } from '../../domain/principals/taken.ts';
import { MissingPrivilege } from '../../policies/missing-privilege.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { LinkSpent } from '../../queries/link-spent.ts';
import {
  addressTaken,
  calendarRefused,
  cannotInvite,
  contentRemoved,
  databaseUnavailable,
  endpointDisabled,
  engineUnavailable,
  feedNotSet,
  guestRefused,
  holdOfAnotherTime,
  internal,
  invalidField,
  linkProblem,
  linkSpent,
  mailQuotaReached,
  notAsWanted,
  notFound,
  notShared,
  readingBusy,
  refused,
  roomFull,
  roomNameTaken,
  scheduleInUse,
  slugTaken,
  unknownAttendee,
  roomNotReady,
  slotTaken,
  tooManyHolds,
  tooManyEndpoints,
  tooManyEventTypes,
  tooManyEntries,
  tooManyRequests,
} from './problems.ts';
import { Problem } from './problem.ts';

/** What a failure looks like from outside; null when only "internal" can be said, and the log needs to have it. */
export function knownProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof NotPermitted) return notFound(error.what);
  if (error instanceof InvalidInput) return invalidField(error.field, error.problem);
  if (error instanceof CannotInvite) return cannotInvite(error);
  if (error instanceof UnknownAttendee) return unknownAttendee();
  if (error instanceof NotAsWanted) return notAsWanted(error);
  if (error instanceof NotLetIn) return error.code === 'full' ? roomFull() : tooManyRequests();
  if (error instanceof RoomNotReady) return roomNotReady(error.startMs);
  if (error instanceof SlotTaken) return slotTaken(error.nearest);
  if (error instanceof HoldOfAnotherTime) return holdOfAnotherTime();
  if (error instanceof GuestRefused) return guestRefused(error.code);
  if (error instanceof LinkSpent) return linkSpent();
  if (error instanceof TooManyHolds) return tooManyHolds();
  if (error instanceof FeedNotSet) return feedNotSet();
  if (error instanceof TooManyEndpoints) return tooManyEndpoints();
  if (error instanceof TooManyEventTypes) return tooManyEventTypes();
  if (error instanceof EndpointIsDisabled) return endpointDisabled();
  if (error instanceof RoomNameTaken) return roomNameTaken();
  if (error instanceof AddressTaken) return addressTaken();
  if (error instanceof SlugTaken) return slugTaken(error.of);
  if (error instanceof ScheduleInUse) return scheduleInUse();
  if (error instanceof CalendarRefusal) return calendarRefused(error);
  if (error instanceof MissingPrivilege) return notShared();
  if (error instanceof TooManyPasswords || error instanceof TooManyEntries) return tooManyEntries(error.most);
  if (error instanceof LinkProblem) return linkProblem(error.code);
  if (error instanceof ContentRemoved) return contentRemoved();
  if (error instanceof MailQuotaReached) return mailQuotaReached(Date.now());
  if (error instanceof ReadingBusy) return readingBusy();
  const refusal = refusalOf(error);
  if (refusal !== null) return refused(refusal);
  const part = unavailablePart(error);
  return part && (part === 'engine' ? engineUnavailable() : databaseUnavailable());
}

export const asProblem = (error: unknown): Problem => knownProblem(error) ?? internal();
