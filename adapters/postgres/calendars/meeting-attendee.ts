import type { Knex } from 'knex';
import type { AttendeeId } from '../../../domain/meeting/attendee-id.ts';

/** Somebody's part in a meeting; null: they have none, or none any more. */
export async function attendeeOfPrincipal(
  knex: Knex,
  meetingId: string,
  principalId: string,
): Promise<{ tenantId: string; uid: string; attendeeId: AttendeeId } | null> {
  const found = await knex('invitations')
    .where({ meeting_id: meetingId, principal_id: principalId })
    .whereNull('removed_at')
    .first<{ tenantId: string; uid: string; attendeeId: AttendeeId } | undefined>({
      tenantId: 'tenant_id',
      uid: 'uid',
      attendeeId: 'attendee_id',
    });
  return found ?? null;
}

/** For whom a message of a meeting is, where that is somebody who keeps a calendar here. */
export async function keeperOf(
  knex: Knex,
  messageId: string,
): Promise<{ tenantId: string; meetingId: string; principalId: string; address: string } | null> {
  const { rows } = await knex.raw<{
    rows: { tenantId: string; meetingId: string; principalId: string; address: string }[];
  }>(
    `SELECT message.tenant_id AS "tenantId", message.meeting_id AS "meetingId", invitation.principal_id AS "principalId",
            invitation.attendee_key AS address
       FROM outgoing_messages message
       JOIN invitations invitation
         ON invitation.meeting_id = message.meeting_id AND invitation.attendee_id = message.attendee_id
       JOIN calendar_homes home ON home.principal_id = invitation.principal_id
      WHERE message.id = :messageId`,
    { messageId },
  );
  return rows[0] ?? null;
}
