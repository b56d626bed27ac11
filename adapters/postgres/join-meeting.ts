import type { Knex } from 'knex';
import { isUuid } from '../../domain/uuid.ts';
import { videoUrlOf } from '../../domain/meeting/entrance.ts';
import { hideAddresses } from '../../domain/meeting/privacy.ts';
import type { MeetingStatus } from '../../domain/meeting/state.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { MeetingsRow, TenantsRow } from '../../migrations/rows/tables.ts';

/** What somebody at the door of a room may know: nothing about who else is invited. */
export interface JoinMeeting {
  id: string;
  tenantId: string;
  tenantProductName: string;
  /** BCP 47; null: none was told. */
  tenantLanguage: string | null;
  title: string;
  status: MeetingStatus;
  startMs: Instant;
  endMs: Instant;
  /** Where the people meet, while the room is ready. */
  videoUrl: string | null;
}

/** The video room that a join link names; null when there is none. Meetings of rooms are joined on the room's page. */
export async function findJoinMeeting(knex: Knex, meetingId: string): Promise<JoinMeeting | null> {
  if (!isUuid(meetingId)) return null;
  const row: JoinRow | undefined = await knex('meetings as meeting')
    .join('tenants as tenant', 'tenant.id', 'meeting.tenant_id')
    .where({ 'meeting.id': meetingId, 'meeting.source': 'booking', 'meeting.online': true })
    .first<JoinRow | undefined>(
      'meeting.id',
      'meeting.tenant_id',
      'tenant.product_name',
      'tenant.language',
      'meeting.title',
      'meeting.status',
      'meeting.start_utc',
      'meeting.end_utc',
      'meeting.video_ready_at',
      'meeting.video_closed_at',
      'meeting.video_url',
    );
  if (!row) return null;
  return {
    id: row.id,
    tenantId: row.tenant_id,
    tenantProductName: row.product_name,
    tenantLanguage: row.language,
    title: hideAddresses(row.title),
    status: row.status,
    startMs: row.start_utc.getTime(),
    endMs: row.end_utc.getTime(),
    videoUrl: videoUrlOf({
      status: row.status,
      readyAt: row.video_ready_at,
      closedAt: row.video_closed_at,
      videoUrl: row.video_url,
    }),
  };
}

type JoinRow = Pick<TenantsRow, 'product_name' | 'language'> &
  Pick<
    MeetingsRow,
    | 'id'
    | 'tenant_id'
    | 'title'
    | 'status'
    | 'start_utc'
    | 'end_utc'
    | 'video_ready_at'
    | 'video_closed_at'
    | 'video_url'
  >;
