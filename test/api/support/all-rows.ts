import type { Knex } from 'knex';
import type { Room } from '../../../adapters/postgres/rooms/rooms.ts';
import type { TestMeeting } from '../../pages/support/rows.ts';

/** Every row of what goes on in a room. */
export const inRoom = (knex: Knex, { id, tenantId }: Room): Promise<unknown[]> =>
  Promise.all([knex('meetings').where({ room_id: id }), knex('participants').where({ tenant_id: tenantId })]);

/** Every row that belongs to the meeting. */
export const everything = (knex: Knex, { meetingId }: TestMeeting): Promise<unknown[]> =>
  Promise.all([
    knex('meetings').where({ id: meetingId }),
    ...[
      'invitations',
      'invite_requests',
      'pending_proposals',
      'magic_links',
      'outgoing_messages',
      'imip_messages',
      'meeting_changes',
      'audit_log',
    ].map((table) => knex(table).where({ meeting_id: meetingId })),
  ]);
