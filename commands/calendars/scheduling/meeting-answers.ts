import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import { attendeeOfPrincipal } from '../../../adapters/postgres/calendars/meeting-attendee.ts';
import { appendToOutbox } from '../../../adapters/postgres/outbox.ts';
import type { ItipMessage } from '../../../domain/itip/broker/messages.ts';
import { partsOf, snapshotOf } from '../../../domain/itip/broker/snapshot.ts';
import type { JcalComponent } from '../../../domain/ical/parse-calendars.ts';
import type { Answering } from '../../../domain/meeting/message-spec.ts';
import type { Instant, TimeRange } from '../../../domain/time/instant.ts';

interface Whose {
  meetingId: string;
  principalId: string;
  nowMs: Instant;
}

const ANSWERS: readonly string[] = ['ACCEPTED', 'TENTATIVE', 'DECLINED'];

/**
 * What somebody answers in their calendar to a meeting that is in it: the meeting hears of it as of an answer by mail.
 *
 * @param messages what the change of the calendar would say to the organizer
 */
export async function answerByCalendar(
  trx: Knex.Transaction,
  { meetingId, principalId, nowMs }: Whose,
  messages: readonly ItipMessage[],
): Promise<PendingEvent[]> {
  const [reply] = messages.filter(({ method }) => method === 'REPLY');
  const said = reply && snapshotOf(reply.calendar);
  const [part] = said ? partsOf(said) : [];
  const partstat = [...(part?.attendees.values() ?? [])][0]?.partstat;
  const attendee = await attendeeOfPrincipal(trx, meetingId, principalId);
  if (!attendee || !part || partstat === undefined || !ANSWERS.includes(partstat)) return [];
  return appendToOutbox(trx, attendee.tenantId, [
    {
      uid: attendee.uid,
      event: {
        ...{ type: 'answered', door: 'mail', attendeeId: attendee.attendeeId },
        key: `calendar/${randomUUID()}`,
        partstat: partstat as Answering,
        sequence: part.sequence,
        dtstampMs: nowMs,
      },
    },
  ]);
}

/**
 * A meeting that is moved in somebody's calendar is a proposal of theirs.
 *
 * @returns null: it is where it was
 */
export async function proposeByCalendar(
  trx: Knex.Transaction,
  { meetingId, principalId }: Whose,
  before: JcalComponent,
  after: JcalComponent,
): Promise<PendingEvent | null> {
  const [from, to] = [timeIn(before), timeIn(after)];
  if (!from || !to || (from.startMs === to.startMs && from.endMs === to.endMs)) return null;
  const attendee = await attendeeOfPrincipal(trx, meetingId, principalId);
  if (!attendee) return null;
  const proposalId = randomUUID();
  const [pending] = await appendToOutbox(trx, attendee.tenantId, [
    {
      uid: attendee.uid,
      event: {
        ...{ type: 'proposed', door: 'mail', attendeeId: attendee.attendeeId, proposalId, note: '' },
        ...{ ...to, key: `calendar/${proposalId}`, sequence: null, linkId: null },
      },
    },
  ]);
  return pending ?? null;
}

function timeIn(calendar: JcalComponent): TimeRange | null {
  const snapshot = snapshotOf(calendar);
  const [part] = snapshot ? partsOf(snapshot) : [];
  if (!part || part.startMs === null || part.endMs === null) return null;
  return { startMs: part.startMs, endMs: part.endMs };
}
