import { randomUUID } from 'node:crypto';
import { hashToken, newToken } from '../../../adapters/secrets/token.ts';
import { DAY, GUEST, HOUR, insertMeeting, type TestMeeting } from './rows.ts';
import { NOW, type Site } from './site.ts';

interface Held {
  sender?: string;
  event?: Record<string, unknown>;
  expiresMs?: number;
}

/** A meeting with an answer in the guest's name that waits for the guest. */
export async function insertHeldAnswer(
  site: Site,
  about: Held = {},
): Promise<{ meeting: TestMeeting; token: string; messageId: string; key: string }> {
  const startMs = NOW + 3 * DAY;
  const meeting = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs });
  const [rawId, messageId, token] = [randomUUID(), randomUUID(), newToken()];
  const key = `reply/${messageId}`;
  const base = { key, door: 'mail', attendeeId: 'guest' };
  const event = about.event ?? { type: 'answered', partstat: 'DECLINED', sequence: 0, dtstampMs: NOW };
  await site
    .knex('raw_messages')
    .insert({ id: rawId, sha256: Buffer.alloc(32), size: 0, sealed: Buffer.alloc(28) });
  await site.knex('imip_messages').insert({
    id: messageId,
    tenant_id: meeting.tenantId,
    meeting_id: meeting.meetingId,
    dedupe_key: messageId,
    door: 'smtp',
    uid: meeting.uid,
    sender: about.sender ?? 'guest@elsewhere.example',
    attendee_id: 'guest',
    decision: 'confirm',
    reason: 'sender-not-attendee',
    evidence: JSON.stringify({ sender: 'other' }),
    held: JSON.stringify({ ...event, ...base }),
    raw_id: rawId,
    received_at: new Date(NOW - HOUR),
    decided_at: new Date(NOW - HOUR),
  });
  await site.knex('magic_links').insert({
    id: randomUUID(),
    tenant_id: meeting.tenantId,
    meeting_id: meeting.meetingId,
    uid: meeting.uid,
    purpose: 'confirm',
    attendee_id: 'guest',
    actor_email: GUEST.email,
    inbound_message_id: messageId,
    token_hash: hashToken(token),
    created_at: new Date(NOW),
    expires_at: new Date(about.expiresMs ?? NOW + DAY),
  });
  return { meeting, token, messageId, key };
}
