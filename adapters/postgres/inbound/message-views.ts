import type { Knex } from 'knex';
import type { Evidence, Understood } from '../../../activities/understanding/decision.ts';
import type { MailDoor } from '../../../activities/inbound/ports.ts';
import type { AttendeeId } from '../../../domain/meeting/attendee-id.ts';

/** A message that came in, with what was decided about it and why; for the operator of its tenant. */
export interface MessageView {
  id: string;
  receivedAt: Date;
  door: MailDoor;
  /** Null: not decided yet. */
  decision: Understood | null;
  reason: string | null;
  uid: string | null;
  meetingId: string | null;
  attendeeId: AttendeeId | null;
  method: string | null;
  sequence: number | null;
  partstat: string | null;
  sender: string | null;
  attendee: string | null;
  envelopeFrom: string | null;
  envelopeTo: string[];
  evidence: Partial<Evidence>;
  attempts: number;
  decidedAt: Date | null;
  sizeBytes: number;
}

export interface MessageFilter {
  uid?: string | undefined;
  meetingId?: string | undefined;
  sender?: string | undefined;
  decision?: Understood | 'undecided' | undefined;
  /** The id of the last message of the page before. */
  after?: string | undefined;
  limit: number;
}

const COLUMNS = {
  id: 'message.id',
  receivedAt: 'message.received_at',
  door: 'message.door',
  decision: 'message.decision',
  reason: 'message.reason',
  uid: 'message.uid',
  meetingId: 'message.meeting_id',
  attendeeId: 'message.attendee_id',
  method: 'message.method',
  sequence: 'message.sequence',
  partstat: 'message.partstat',
  sender: 'message.sender',
  attendee: 'message.attendee_email',
  envelopeFrom: 'message.envelope_from',
  envelopeTo: 'message.envelope_to',
  evidence: 'message.evidence',
  attempts: 'message.attempts',
  decidedAt: 'message.decided_at',
  sizeBytes: 'raw.size',
} as const;

/** A tenant's messages: about its meetings, handed in by it, or come to its organizer mailbox and about no meeting. */
const ofTenant = (knex: Knex, tenantId: string) =>
  knex('imip_messages as message')
    .join('raw_messages as raw', 'raw.id', 'message.raw_id')
    .whereRaw(
      `(message.tenant_id = :tenantId
        OR (message.tenant_id IS NULL AND :tenantId IN (message.arrived_for, message.addressed_to)))`,
      { tenantId },
    );

/** The newest first. */
export async function listMessages(
  knex: Knex,
  tenantId: string,
  filter: MessageFilter,
): Promise<MessageView[]> {
  const { after, decision, limit, meetingId, sender, uid } = filter;
  return ofTenant(knex, tenantId)
    .modify((query) => {
      if (uid !== undefined) void query.where('message.uid', uid);
      if (meetingId !== undefined) void query.where('message.meeting_id', meetingId);
      if (sender !== undefined) void query.where('message.sender', sender.toLowerCase());
      if (decision === 'undecided') void query.whereNull('message.decision');
      else if (decision !== undefined) void query.where('message.decision', decision);
      if (after !== undefined) {
        void query.whereRaw(
          '(message.received_at, message.id) < (SELECT received_at, id FROM imip_messages WHERE id = ?)',
          [after],
        );
      }
    })
    .orderBy([
      { column: 'message.received_at', order: 'desc' },
      { column: 'message.id', order: 'desc' },
    ])
    .limit(limit)
    .select<MessageView[]>(COLUMNS);
}

/** @returns null also when it is another tenant's */
export async function messageById(knex: Knex, tenantId: string, id: string): Promise<MessageView | null> {
  const message = await ofTenant(knex, tenantId)
    .where('message.id', id)
    .first<MessageView | undefined>(COLUMNS);
  return message ?? null;
}

/** Forgets what was decided, so that the message is decided again; what it told its meeting stays told once. */
export async function reopenMessage(knex: Knex, id: string): Promise<void> {
  await knex('imip_messages')
    .where({ id })
    .update({ decision: null, reason: null, attempts: 0, attempt_began_at: null, decided_at: null });
}
