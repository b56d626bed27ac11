import type { Knex } from 'knex';
import type { MeetingSource, MeetingStatus } from '../../domain/meeting/state.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** A meeting of any source, as lists show it. */
export interface ListedMeeting {
  id: string;
  uid: string;
  source: MeetingSource;
  roomId: string | null;
  status: MeetingStatus;
  sequence: number;
  title: string;
  start: Date;
  end: Date;
  metadata: Record<string, string>;
  createdAt: Date;
}

/** What meetings are looked for by; what is absent is not asked for. */
export interface MeetingCriteria {
  status?: MeetingStatus | undefined;
  /** Those that end after it. */
  fromMs?: Instant | undefined;
  /** Those that begin before it. */
  toMs?: Instant | undefined;
  /** Those that whoever has this address takes part in. */
  attendee?: string | undefined;
  metadata?: { key: string; value?: string | undefined } | undefined;
}

export interface MeetingFilter extends MeetingCriteria {
  roomId?: string | undefined;
  /** Those after what began then and has this id. */
  after?: { startMs: Instant; id: string } | undefined;
  limit: number;
}

/** Meetings of a tenant, the earliest first. */
export async function listMeetings(
  knex: Knex,
  tenantId: string,
  { roomId, after, limit, ...criteria }: MeetingFilter,
): Promise<ListedMeeting[]> {
  const found = knex('meetings as meeting')
    .where('meeting.tenant_id', tenantId)
    .whereRaw(HAS_BEEN)
    .orderBy(['meeting.start_utc', 'meeting.id'])
    .limit(limit);
  narrow(found, criteria);
  if (roomId !== undefined) found.where('meeting.room_id', roomId);
  if (after !== undefined) {
    found.whereRaw('(meeting.start_utc, meeting.id) > (CAST(? AS timestamptz), CAST(? AS uuid))', [
      new Date(after.startMs),
      after.id,
    ]);
  }
  return found.select<ListedMeeting[]>({
    id: 'meeting.id',
    uid: 'meeting.ics_uid',
    source: 'meeting.source',
    roomId: 'meeting.room_id',
    status: 'meeting.status',
    sequence: 'meeting.ics_sequence',
    title: 'meeting.title',
    start: 'meeting.start_utc',
    end: 'meeting.end_utc',
    metadata: 'meeting.metadata',
    createdAt: 'meeting.created_at',
  });
}

/** Leaves of a query of `meeting` those that are looked for. */
export function narrow(
  found: Knex.QueryBuilder,
  { status, fromMs, toMs, attendee, metadata }: MeetingCriteria,
): void {
  if (status !== undefined) found.where('meeting.status', status);
  if (fromMs !== undefined) found.where('meeting.end_utc', '>', new Date(fromMs));
  if (toMs !== undefined) found.where('meeting.start_utc', '<', new Date(toMs));
  if (metadata) {
    const { key, value } = metadata;
    if (value === undefined) found.whereRaw('jsonb_exists(meeting.metadata, ?)', [key]);
    else found.whereRaw('meeting.metadata @> CAST(? AS jsonb)', [JSON.stringify({ [key]: value })]);
  }
  if (attendee !== undefined) found.whereRaw(TAKES_PART, { key: attendee.toLowerCase() });
}

/** What was cancelled before anybody was invited, as when somebody had no time, never was. */
const HAS_BEEN = `NOT (meeting.source = 'booking' AND meeting.status = 'cancelled' AND meeting.revision <= 1)`;

/** By the address that they were invited by, or as the person whose it is; of a row `meeting`. */
const TAKES_PART = `EXISTS (
  SELECT FROM invitations invitation
   WHERE invitation.meeting_id = meeting.id AND invitation.removed_at IS NULL
     AND (invitation.attendee_key = :key OR invitation.person_id IN (
            SELECT principal_id FROM principal_addresses WHERE tenant_id = meeting.tenant_id AND address_key = :key
            UNION ALL SELECT id FROM contacts WHERE tenant_id = meeting.tenant_id AND address_key = :key)))`;
