import type { Knex } from 'knex';
import type { MailDoor } from '../../../activities/inbound/ports.ts';
import type { AttendeeId } from '../../../domain/meeting/attendee-id.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { CAME_TO_TENANT } from './of-tenant.ts';

/**
 * How a message that came in stands. `undecided`: it is being read, or will be; `poison`: it could not be read again and
 * again, and is put aside; `held`: its attendee was asked whether it is theirs.
 */
export const INCOMING_STATUSES = ['undecided', 'poison', 'held', 'refused', 'ignored', 'taken'] as const;
export type IncomingStatus = (typeof INCOMING_STATUSES)[number];

/** What somebody has to look after, or waits. */
export const UNSETTLED: readonly IncomingStatus[] = ['undecided', 'poison', 'held'];

/** A message that came in, as an operator sees it: no address, and nothing of what it says. */
export interface IncomingView {
  id: string;
  /** Null: whose it is was not found out. */
  tenantId: string | null;
  meetingId: string | null;
  from: AttendeeId | null;
  door: MailDoor;
  /** What it was understood as; null: nothing yet. */
  decision: string | null;
  method: string | null;
  status: IncomingStatus;
  /** A stable code; null: there is nothing to say. */
  reason: string | null;
  attempts: number;
  receivedAt: Date;
  decidedAt: Date | null;
  sizeBytes: number;
}

export interface IncomingFilter {
  statuses: readonly IncomingStatus[];
  meetingId?: string | undefined;
  sinceMs?: Instant | undefined;
  limit: number;
}

const STATUS = `CASE WHEN message.decision IS NULL THEN 'undecided'
                     WHEN message.decision = 'failed' THEN 'poison'
                     WHEN message.decision = 'confirm' THEN 'held'
                     WHEN message.decision IN ('refused', 'ignored') THEN message.decision
                     ELSE 'taken' END`;

const VIEW = `message.id, coalesce(message.tenant_id, message.arrived_for, message.addressed_to) AS "tenantId",
  message.meeting_id AS "meetingId", message.attendee_id AS "from", message.door, message.decision, message.method,
  ${STATUS} AS status, message.reason, message.attempts, message.received_at AS "receivedAt",
  message.decided_at AS "decidedAt", raw.size AS "sizeBytes"`;

/** The newest first. @param tenantId null: of all tenants */
export async function listIncoming(
  knex: Knex,
  tenantId: string | null,
  { statuses, meetingId, sinceMs, limit }: IncomingFilter,
): Promise<IncomingView[]> {
  const { rows } = await knex.raw<{ rows: IncomingView[] }>(
    `SELECT ${VIEW} FROM imip_messages message JOIN raw_messages raw ON raw.id = message.raw_id
      WHERE ${CAME_TO_TENANT}
        AND (CAST(:meetingId AS uuid) IS NULL OR message.meeting_id = :meetingId)
        AND (CAST(:since AS timestamptz) IS NULL OR message.received_at >= :since)
        AND ${STATUS} = ANY (:statuses)
      ORDER BY message.received_at DESC, message.id
      LIMIT :limit`,
    {
      tenantId,
      meetingId: meetingId ?? null,
      since: sinceMs === undefined ? null : new Date(sinceMs),
      statuses: [...statuses],
      limit,
    },
  );
  return rows;
}

/** @param tenantId null: of any tenant. @returns null also when it is another tenant's */
export async function incomingById(
  knex: Knex,
  tenantId: string | null,
  id: string,
): Promise<IncomingView | null> {
  const { rows } = await knex.raw<{ rows: IncomingView[] }>(
    `SELECT ${VIEW} FROM imip_messages message JOIN raw_messages raw ON raw.id = message.raw_id
      WHERE message.id = :id AND ${CAME_TO_TENANT}`,
    { id, tenantId },
  );
  return rows[0] ?? null;
}
