import { ensurePerson } from '../../../adapters/postgres/people/person.ts';
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { hashToken, newToken } from '../../../adapters/secrets/token.ts';
import type { Role } from '../../../domain/meeting/attendee-id.ts';
import { otherRole } from '../../support/attendees.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const HOST = { email: 'hanna.host@secret.example', name: 'Hanna Berg', timezone: 'Europe/Berlin' };
export const GUEST = { email: 'gus.guest@private.example', name: 'Gus Okafor', timezone: 'America/New_York' };

export interface TestMeeting {
  tenantId: string;
  meetingId: string;
  uid: string;
}

export async function insertTenant(knex: Knex, oneClick = false): Promise<string> {
  const id = randomUUID();
  await knex('tenants').insert({
    id,
    slug: `tenant-${id.slice(0, 8)}`,
    organizer_email: 'scheduling@parley.example',
    organizer_name: 'Parley',
    product_name: 'Practice Session',
    one_click_links: oneClick,
  });
  return id;
}

interface MeetingOptions {
  tenantId: string;
  startMs: number;
  lengthMs?: number;
  title?: string;
  status?: 'open' | 'scheduled' | 'live' | 'cancelled' | 'closed';
  videoUrl?: string;
  guestZone?: string | null;
  languages?: Partial<Record<Role, string>>;
}

export async function insertMeeting(knex: Knex, options: MeetingOptions): Promise<TestMeeting> {
  const { tenantId, startMs } = options;
  const [start, end] = [new Date(startMs), new Date(startMs + (options.lengthMs ?? HOUR))];
  const meeting = { tenantId, meetingId: randomUUID(), uid: `${randomUUID()}@parley.example` };
  await knex('meetings').insert({
    id: meeting.meetingId,
    tenant_id: tenantId,
    ics_uid: meeting.uid,
    title: options.title ?? 'Conversation practice: French, level B2',
    start_utc: start,
    end_utc: end,
    status: options.status ?? 'scheduled',
    policy: 'strict',
    proposal_expiry_hours: 48,
    ...(options.videoUrl === undefined ? {} : { video_url: options.videoUrl, video_ready_at: start }),
  });
  for (const [role, party] of [['host', HOST] as const, ['guest', GUEST] as const]) {
    const { principalId, contactId } = await ensurePerson(knex, tenantId, party.email);
    await knex('invitations').insert({
      principal_id: principalId,
      contact_id: contactId,
      tenant_id: tenantId,
      meeting_id: meeting.meetingId,
      uid: meeting.uid,
      attendee_id: role,
      role,
      required: true,
      attendee_email: party.email,
      attendee_name: party.name,
      attendee_timezone:
        role === 'guest' && options.guestZone !== undefined ? options.guestZone : party.timezone,
      attendee_language: options.languages?.[role] ?? null,
    });
  }
  return meeting;
}

interface ProposalOptions {
  startMs: number;
  lengthMs?: number;
  by?: Role;
  note?: string;
  expiresMs: number;
  status?: 'pending' | 'approved' | 'declined' | 'expired' | 'withdrawn' | 'replaced';
  decidedBy?: Role | 'parley';
  decisionMs?: number;
}

/** Takes the time of an attendee for the meeting. */
export async function reserve(knex: Knex, meetingId: string, attendeeId: string): Promise<void> {
  await knex.raw(
    `INSERT INTO reservations (tenant_id, meeting_id, attendee_id, principal_id, contact_id, period, blocked)
     SELECT meeting.tenant_id, meeting.id, attendee_id, principal_id, contact_id, range, range
       FROM meetings meeting JOIN invitations ON meeting_id = meeting.id, tstzrange(start_utc, end_utc) range
      WHERE meeting.id = ? AND attendee_id = ?`,
    [meetingId, attendeeId],
  );
}

export async function insertProposal(
  knex: Knex,
  meeting: TestMeeting,
  options: ProposalOptions,
): Promise<string> {
  const id = randomUUID();
  const asked = [otherRole(options.by ?? 'guest')];
  await knex('pending_proposals').insert({
    id,
    tenant_id: meeting.tenantId,
    meeting_id: meeting.meetingId,
    uid: meeting.uid,
    proposed_by: options.by ?? 'guest',
    proposed_via: 'link',
    proposed_start_utc: new Date(options.startMs),
    proposed_end_utc: new Date(options.startMs + (options.lengthMs ?? HOUR)),
    note: options.note ?? '',
    asked,
    waits_for: options.status === 'approved' ? [] : asked,
    status: options.status ?? 'pending',
    created_at: new Date(options.expiresMs - 48 * HOUR),
    expires_at: new Date(options.expiresMs),
    decided_by: options.decidedBy ?? null,
    decision_at: options.decisionMs === undefined ? null : new Date(options.decisionMs),
  });
  return id;
}

interface LinkOptions {
  purpose: 'answer' | 'propose' | 'approve' | 'decline';
  role: Role;
  expiresMs: number;
  proposalId?: string;
  usedMs?: number;
  madeProposalId?: string;
}

/** @returns the token */
export async function insertLink(knex: Knex, meeting: TestMeeting, options: LinkOptions): Promise<string> {
  const token = newToken();
  await knex('magic_links').insert({
    id: randomUUID(),
    tenant_id: meeting.tenantId,
    meeting_id: meeting.meetingId,
    uid: meeting.uid,
    purpose: options.purpose,
    attendee_id: options.role,
    actor_email: options.role === 'host' ? HOST.email : GUEST.email,
    proposal_id: options.proposalId ?? null,
    token_hash: hashToken(token),
    created_at: new Date(0),
    expires_at: new Date(options.expiresMs),
    used_at: options.usedMs === undefined ? null : new Date(options.usedMs),
    made_proposal_id: options.madeProposalId ?? null,
  });
  return token;
}
