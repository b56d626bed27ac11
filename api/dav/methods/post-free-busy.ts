import type { CalendarObject } from '../../../domain/ical/calendar-object.ts';
import { textOf, timeOf } from '../../../domain/ical/jcal.ts';
import { addressIn } from '../../../domain/itip/broker/users.ts';
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
  { parts, organizer, uid }: CalendarObject,
): Promise<RecipientAnswer[]> {
  demand(outbox, 'schedule-send-freebusy');
  const [part] = parts;
  const range = part && windowOf(part[1]);
  const attendees = part?.[1].filter(([name]) => name === 'attendee').map(addressIn) ?? [];
  if (!range || organizer === null || attendees.length === 0 || attendees.length > MOST_ATTENDEES)
    throw conditionFailed(C('valid-scheduling-message'));
  if (!(await addressesFor(request.deps, outbox)).includes(organizer))
    throw conditionFailed(C('organizer-allowed'));
  const answers: RecipientAnswer[] = [];
  for (const attendee of new Set(attendees))
    answers.push(await answerOf(attendee, { organizer, uid, range }, request));
  return answers;
}

function windowOf(properties: CalendarObject['parts'][number][1]): TimeRange | null {
  const at = (name: string): number | null => {
    const time = timeOf(textOf(['', properties, []], name));
    return time?.utc === true ? time.wall : null;
  };
  const [startMs, endMs] = [at('dtstart'), at('dtend')];
  if (startMs === null || endMs === null || endMs <= startMs || endMs - startMs > LONGEST_WINDOW_MS)
    return null;
  return { startMs, endMs };
}

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
