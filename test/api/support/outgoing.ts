import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { TestMeeting } from '../../pages/support/rows.ts';

/** An invitation to the guest that was sent. @returns its Message-ID */
export async function insertOutgoing(knex: Knex, meeting: TestMeeting): Promise<string> {
  const rawId = randomUUID();
  const id = `<${randomUUID()}@parley.test>`;
  const sha256 = Buffer.alloc(32);
  await knex('raw_messages').insert({ id: rawId, sha256, size: 1, sealed: Buffer.alloc(1) });
  await knex('outgoing_messages').insert({
    id: randomUUID(),
    tenant_id: meeting.tenantId,
    meeting_id: meeting.meetingId,
    uid: meeting.uid,
    attendee_id: 'guest',
    kind: 'invitation',
    method: 'REQUEST',
    sequence: 0,
    message_key: 'key',
    revision: 1,
    message_id: id,
    raw_id: rawId,
    state: 'sent',
  });
  return id;
}
