import type { Knex } from 'knex';
import { hideAddresses } from '../../../domain/meeting/privacy.ts';
import type { AttendeeId } from '../../../domain/meeting/attendee-id.ts';
import type { Instant } from '../../../domain/time/instant.ts';

/**
 * How a message that goes out stands. `waiting`: nobody has tried to send it yet; `deferred`: the mail server did not take it,
 * and it is tried again; `refused`: for good; `given-up`: it was tried for too long; `lapsed`: it was of no use any more; `bounced`: it
 * came back.
 */
export const OUTGOING_STATUSES = [
  'waiting',
  'deferred',
  'refused',
  'given-up',
  'lapsed',
  'bounced',
  'sent',
  'delivered',
] as const;
export type OutgoingStatus = (typeof OUTGOING_STATUSES)[number];

/** What somebody has to look after. */
export const UNSENT: readonly OutgoingStatus[] = ['waiting', 'deferred', 'refused', 'given-up'];

/** A message that goes out, as an operator sees it: no address, and nothing of what it says. */
export interface OutgoingView {
  id: string;
  tenantId: string;
  /** Null: it is about none. */
  meetingId: string | null;
  /** Null: it is to nobody who takes part in one. */
  to: AttendeeId | null;
  kind: string;
  method: string | null;
  sequence: number;
  /** With angle brackets. */
  messageId: string;
  status: OutgoingStatus;
  attempts: number;
  /** What the mail server said last, or the code of what happened to the connection; null: nothing yet. */
  reason: string | null;
  preparedAt: Date;
  sentAt: Date | null;
}

/** What is needed to send it once more. */
export interface OutgoingOwner extends OutgoingView {
  uid: string | null;
  messageKey: string;
  /** Null: it is no sign-in link. */
  signIn: { id: string; expiresAt: Date } | null;
  /** Null: it is not what somebody is told about no meeting. */
  noticeId: string | null;
  meetingStatus: string | null;
  /** False: its bytes were removed when their time was over. */
  isKept: boolean;
}

export interface OutgoingFilter {
  statuses: readonly OutgoingStatus[];
  meetingId?: string | undefined;
  sinceMs?: Instant | undefined;
  limit: number;
}

const STATUS = `CASE WHEN message.state = 'prepared' THEN 'waiting'
                     WHEN message.state = 'failed' AND message.last_code = 'given-up' THEN 'given-up'
                     WHEN message.state = 'failed' THEN 'refused'
                     ELSE message.state END`;

const VIEW = `message.id, message.tenant_id AS "tenantId", message.meeting_id AS "meetingId",
  message.attendee_id AS "to", message.kind, message.method, message.sequence, message.message_id AS "messageId",
  ${STATUS} AS status, message.attempts, message.last_response AS reason,
  message.prepared_at AS "preparedAt", message.sent_at AS "sentAt"`;

/** The newest first. @param tenantId null: of all tenants */
export async function listOutgoing(
  knex: Knex,
  tenantId: string | null,
  { statuses, meetingId, sinceMs, limit }: OutgoingFilter,
): Promise<OutgoingView[]> {
  const { rows } = await knex.raw<{ rows: OutgoingView[] }>(
    `SELECT ${VIEW} FROM outgoing_messages message
      WHERE (CAST(:tenantId AS uuid) IS NULL OR message.tenant_id = :tenantId)
        AND (CAST(:meetingId AS uuid) IS NULL OR message.meeting_id = :meetingId)
        AND (CAST(:since AS timestamptz) IS NULL OR message.prepared_at >= :since)
        AND message.state = ANY (:states) AND ${STATUS} = ANY (:statuses)
      ORDER BY message.prepared_at DESC, message.id
      LIMIT :limit`,
    {
      tenantId,
      meetingId: meetingId ?? null,
      since: sinceMs === undefined ? null : new Date(sinceMs),
      // So that the indexes of what waits and of what failed are used.
      states: [...new Set(statuses.map(stateOf))],
      statuses: [...statuses],
      limit,
    },
  );
  return rows.map(clean);
}

/** @param tenantId null: of any tenant. @returns null also when it is another tenant's */
export async function outgoingById(
  knex: Knex,
  tenantId: string | null,
  id: string,
): Promise<OutgoingOwner | null> {
  const { rows } = await knex.raw<{ rows: OutgoingOwner[] }>(
    `SELECT ${VIEW}, message.uid, message.message_key AS "messageKey", message.notice_id AS "noticeId", meeting.status AS "meetingStatus",
            CASE WHEN sign_in.id IS NOT NULL
                 THEN json_build_object('id', sign_in.id, 'expiresAt', sign_in.expires_at) END AS "signIn",
            raw.sealed IS NOT NULL AS "isKept"
       FROM outgoing_messages message
       JOIN raw_messages raw ON raw.id = message.raw_id
       LEFT JOIN meetings meeting ON meeting.id = message.meeting_id
       LEFT JOIN sign_ins sign_in ON sign_in.id = message.sign_in_id
      WHERE message.id = :id AND (CAST(:tenantId AS uuid) IS NULL OR message.tenant_id = :tenantId)`,
    { id, tenantId },
  );
  const [row] = rows;
  if (!row) return null;
  const { signIn } = row;
  return clean({ ...row, signIn: signIn && { ...signIn, expiresAt: new Date(signIn.expiresAt) } });
}

const stateOf = (status: OutgoingStatus): string =>
  status === 'waiting' ? 'prepared' : status === 'refused' || status === 'given-up' ? 'failed' : status;

/** What servers say may quote an address. */
const clean = <T extends OutgoingView>(message: T): T => ({
  ...message,
  reason: message.reason === null ? null : hideAddresses(message.reason),
});
