import type { Knex } from 'knex';
import { appendToOutbox } from './outbox.ts';
import type { PendingEvent } from '../../activities/inbound/ports.ts';
import { bounced } from '../../domain/meeting/bouncing.ts';
import { hideAddresses } from '../../domain/meeting/privacy.ts';
import type { CalendarMethod, MessageKind } from '../../domain/meeting/message-spec.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { OutgoingMessagesRow } from '../../migrations/rows/tables.ts';
import { writeAudit } from './audit.ts';
import { tellBounced } from './webhooks/tell.ts';

export interface CalendarMessage {
  id: string;
  to: AttendeeId;
  kind: MessageKind;
  method: CalendarMethod;
  sequence: number;
  messageId: string;
  state: string;
}

/** The newest calendar message of a kind of METHOD and SEQUENCE to one attendee; null when there is none. */
export async function calendarMessage(
  knex: Knex,
  about: { meetingId: string; to: AttendeeId; method: CalendarMethod; sequence: number },
): Promise<CalendarMessage | null> {
  const message = await knex('outgoing_messages')
    .where({
      meeting_id: about.meetingId,
      attendee_id: about.to,
      method: about.method,
      sequence: about.sequence,
    })
    .orderBy('revision', 'desc')
    .first<CalendarMessage | undefined>({
      id: 'id',
      to: 'attendee_id',
      kind: 'kind',
      method: 'method',
      sequence: 'sequence',
      messageId: 'message_id',
      state: 'state',
    });
  return message ?? null;
}

export type DeliveryEvent = 'delivered' | 'bounced' | 'deferred' | 'complained';

export interface DeliveryReport {
  /** With angle brackets. */
  messageId: string;
  event: DeliveryEvent;
  at: Date;
  detail: string | null;
  /** `mail`: the report came as mail (RFC 3464); `api`: a provider or the backend tells it. */
  door: 'mail' | 'api';
}

/**
 * From which states a report changes a message's. Reports arrive in any order: a delay that is told late undoes
 * no delivery, and what bounced has not arrived. What is said of a message that is only prepared proves that it was sent.
 */
const CHANGES: Record<DeliveryEvent, readonly string[]> = {
  delivered: ['prepared', 'sent', 'deferred', 'failed'],
  bounced: ['prepared', 'sent', 'deferred', 'delivered', 'failed'],
  deferred: ['sent'],
  complained: [],
};

/**
 * Records what became of a message of this tenant. What bounced for good is written to the outbox with it: its meeting
 * is told, once, however many say so.
 *
 * @returns null when the tenant has no such message; `pending` is what waits in the outbox because of this report
 */
export async function recordDelivery(
  knex: Knex,
  tenantId: string,
  report: DeliveryReport,
): Promise<{ pending: PendingEvent | null } | null> {
  return knex.transaction(async (trx) => {
    const message = await trx('outgoing_messages')
      .where({ tenant_id: tenantId, message_id: report.messageId })
      .forUpdate()
      .first<AnyMessage | undefined>(
        ...['id', 'meeting_id', 'uid', 'attendee_id', 'kind', 'method', 'sequence', 'state'],
      );
    if (!message) return null;
    if (CHANGES[report.event].includes(message.state)) {
      await trx('outgoing_messages')
        .where({ id: message.id })
        .update({ state: report.event, ...problemOf(report) });
      if (report.event === 'bounced') await tellBounced(trx, message.id);
    }
    await audit(trx, tenantId, message, report);
    // A sign-in link concerns no meeting: its reader asks for another one.
    if (!isOfMeeting(message)) return { pending: null };
    await tellInvitation(trx, message, report);
    return { pending: report.event === 'bounced' ? await tellMeeting(trx, tenantId, message, report) : null };
  });
}

/** As with an attempt of ours; where other servers defer it, nobody knows when they try again. */
const problemOf = ({ event, at, detail }: DeliveryReport) => ({
  last_code: event === 'delivered' ? null : event,
  deferred_since: event === 'deferred' ? at : null,
  next_attempt_at: null,
  ...(detail !== null && { last_response: hideAddresses(detail).slice(0, 500) }),
});

interface AnyMessage extends Pick<
  OutgoingMessagesRow,
  'id' | 'meeting_id' | 'uid' | 'attendee_id' | 'kind' | 'sequence' | 'state'
> {
  method: CalendarMethod | null;
}

type ReportedMessage = AnyMessage & { meeting_id: string; uid: string; attendee_id: AttendeeId };

const isOfMeeting = (message: AnyMessage): message is ReportedMessage => message.meeting_id !== null;

/** @returns null when it was told before */
async function tellMeeting(
  trx: Knex.Transaction,
  tenantId: string,
  { uid, meeting_id: meetingId, attendee_id: attendeeId, method, sequence }: ReportedMessage,
  { messageId, door }: DeliveryReport,
): Promise<PendingEvent | null> {
  const event = bounced({ meetingId, messageId, attendeeId, method, sequence }, door);
  const [told] = await appendToOutbox(trx, tenantId, [{ uid, event }]);
  return told ?? null;
}

/** Only when it is about the newest calendar message of this attendee. */
async function tellInvitation(
  trx: Knex.Transaction,
  message: ReportedMessage,
  report: DeliveryReport,
): Promise<void> {
  const told = { state: report.event, reportedAt: report.at.toISOString() };
  await trx('invitations')
    .where({
      meeting_id: message.meeting_id,
      attendee_id: message.attendee_id,
      last_message_id: report.messageId,
    })
    .update({
      delivery_state: trx.raw('delivery_state || ?::jsonb', [JSON.stringify(told)]),
      updated_at: trx.fn.now(),
    });
}

async function audit(
  trx: Knex.Transaction,
  tenantId: string,
  message: AnyMessage,
  report: DeliveryReport,
): Promise<void> {
  await writeAudit(trx, {
    tenantId,
    meetingId: message.meeting_id,
    uid: message.uid,
    category: 'outbound',
    what: `message-${report.event}`,
    actor: report.door === 'mail' ? (message.attendee_id ?? 'unknown') : 'backend',
    door: report.door,
    details: {
      messageId: report.messageId,
      kind: message.kind,
      to: message.attendee_id,
      reportedAt: report.at.toISOString(),
      ...(report.detail === null ? {} : { detail: hideAddresses(report.detail) }),
    },
  });
}
