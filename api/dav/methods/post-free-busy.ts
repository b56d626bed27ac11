import type { CalendarObject } from '../../../domain/ical/calendar-object.ts';
import { freeBusyRequest, type FreeBusyRequest } from '../../../domain/itip/broker/free-busy.ts';
import { vfreebusy } from '../../../domain/freebusy/vfreebusy.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { demand } from '../../../policies/missing-privilege.ts';
import { principalNamed, type SeenCollection } from '../../../queries/calendars/collections.ts';
import { addressesFor } from '../../../queries/calendars/own-addresses.ts';
import { freeBusyOf, LONGEST_WINDOW_MS } from '../../../queries/calendars/free-busy.ts';
import { conditionFailed } from '../dav-error.ts';
import { C } from '../names.ts';
import type { DavRequest } from '../request.ts';
import { requestStatus, uriOf, type RecipientAnswer } from './request-status.ts';

const MOST_ATTENDEES = 500;

/** When others have no time, one by one (RFC 6638 §5, RFC 5546 §3.3.2). @throws DavError valid-scheduling-message, organizer-allowed */
export async function answerFreeBusy(
  request: DavRequest,
  outbox: SeenCollection,
  { calendar }: CalendarObject,
): Promise<RecipientAnswer[]> {
  demand(outbox, 'schedule-send-freebusy');
  const asked = freeBusyRequest(calendar);
  const isTooMuch =
    typeof asked === 'string' ||
    asked.attendees.length > MOST_ATTENDEES ||
    lengthOf(asked) > LONGEST_WINDOW_MS;
  if (isTooMuch) throw conditionFailed(C('valid-scheduling-message'));
  const { organizer, uid, attendees, window: range } = asked;
  if (!(await addressesFor(request.deps, outbox)).includes(organizer))
    throw conditionFailed(C('organizer-allowed'));
  const answers: RecipientAnswer[] = [];
  for (const attendee of attendees)
    answers.push(await answerOf(attendee, { organizer, uid, range }, request));
  return answers;
}

const lengthOf = ({ window: { startMs, endMs } }: FreeBusyRequest): number => endMs - startMs;

async function answerOf(
  attendee: string,
  { organizer, uid, range }: { organizer: string; uid: string; range: TimeRange },
  { deps, member }: DavRequest,
): Promise<RecipientAnswer> {
  const recipient = uriOf(attendee);
  if (!attendee.includes('@')) return { recipient, status: requestStatus('3.7') };
  const principalId = await principalNamed(deps, member, attendee);
  // Nobody can be asked who keeps no calendar here.
  if (principalId === null) return { recipient, status: requestStatus('5.1') };
  const periods = await freeBusyOf(deps, member, principalId, range);
  if (periods === null) return { recipient, status: requestStatus('3.8') };
  const dtstampMs = deps.clock.nowMs();
  const data = vfreebusy({ uid, dtstampMs, range, periods, organizer, attendee, method: 'REPLY' });
  return { recipient, status: requestStatus('2.0'), data };
}
