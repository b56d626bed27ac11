import type { Knex } from 'knex';
import type { CommitInput } from '../../../activities/meeting/ports.ts';
import type { BounceOutcome } from '../../../domain/webhooks/payloads.ts';
import { webhookEventsOf } from '../../../domain/webhooks/meeting-events.ts';
import type { WebhookEventType } from '../../../domain/webhooks/event-types.ts';
import type { StatementPart } from '../statement.ts';
import { storableJson } from '../storable.ts';

/** Whether an endpoint hears of a row of this relation. */
const hears = (told: string): string => `
  endpoint.tenant_id = ${told}.tenant_id AND endpoint.enabled
  AND (endpoint.event_types IS NULL OR ${told}.type = ANY (endpoint.event_types))`;

/**
 * The SQL that writes, within the statement that makes a change, what webhooks tell of it: an event for each row of a
 * relation that some endpoint wants to hear of, and its delivery to each that does. Where nobody listens nothing is written.
 *
 * @param from has `position`, in whose order they are told, `tenant_id`, `type`, `at` and `data`
 * @returns common table expressions, with commas between
 */
export const webhookRows = (from: string): string => `
  webhook_event AS (
    INSERT INTO webhook_events (tenant_id, type, at, data)
    SELECT tenant_id, type, at, data FROM ${from} told
     WHERE EXISTS (SELECT FROM webhook_endpoints endpoint WHERE ${hears('told')})
     ORDER BY position
    RETURNING id, number, tenant_id, type
  ), webhook_delivery AS (
    INSERT INTO webhook_deliveries (tenant_id, endpoint_id, event_id)
    SELECT event.tenant_id, endpoint.id, event.id
      FROM webhook_event event JOIN webhook_endpoints endpoint ON ${hears('event')}
     ORDER BY event.number
  )`;

/** What webhooks tell of a change of a meeting; null: nothing. */
export function webhookPart({ change, event }: CommitInput): StatementPart | null {
  const told = webhookEventsOf({ change, event });
  if (told.length === 0) return null;
  return {
    sql: `webhook AS (
      SELECT told.position, meeting.tenant_id, told.type, CAST(:now AS timestamptz) AS at,
             jsonb_set(told.data, '{meeting}', told.data->'meeting' ||
               jsonb_build_object('roomId', meeting.room_id, 'metadata', meeting.metadata)) AS data
        FROM meeting, jsonb_to_recordset(CAST(:webhookEvents AS jsonb)) AS told (position int, type text, data jsonb)
    ), ${webhookRows('webhook')}`,
    values: { webhookEvents: storableJson(told.map((one, position) => ({ position, ...one }))) },
  };
}

/**
 * The SQL that tells of messages that did not arrive, within the statement that writes so.
 *
 * @param from rows of outgoing_messages; those that are about no meeting are left out
 */
export const bouncedRows = (from: string, outcome: BounceOutcome): string => `
  not_arrived AS (
    SELECT 0 AS position, message.tenant_id, 'message.bounced' AS type, now() AS at,
           jsonb_build_object(
             'meeting', jsonb_build_object('id', meeting.id, 'revision', meeting.revision, 'metadata', meeting.metadata),
             'attendee', jsonb_build_object('id', message.attendee_id, 'role', invitation.role),
             'outcome', '${outcome}', 'method', message.method, 'sequence', message.sequence) AS data
      FROM ${from} message
      JOIN meetings meeting ON meeting.id = message.meeting_id
      JOIN invitations invitation
        ON invitation.meeting_id = message.meeting_id AND invitation.attendee_id = message.attendee_id
  ), ${webhookRows('not_arrived')}`;

/** Tells of one message that came back, in the transaction that writes so. */
export const tellBounced = async (trx: Knex.Transaction, messageId: string): Promise<void> =>
  void (await trx.raw(
    `WITH bounced AS (SELECT * FROM outgoing_messages WHERE id = :messageId), ${bouncedRows('bounced', 'bounced')} SELECT`,
    { messageId },
  ));

/**
 * The SQL that tells how a feed fares, within the statement that writes so.
 *
 * @param from has `tenant_id`, `calendar_id`, `at`, `was` and `result`: last_result before and after, and `problem`
 */
export const feedRows = (from: string): string => `
  feed_fares AS (
    SELECT 0 AS position, feed.tenant_id, feed.at,
           CASE WHEN feed.result = 'failed' THEN '${FAILING}' ELSE '${RECOVERED}' END AS type,
           jsonb_build_object('roomId', calendar.principal_id) ||
             CASE WHEN feed.result = 'failed' THEN jsonb_build_object('problem', feed.problem) ELSE '{}' END AS data
      FROM ${from} feed JOIN calendars calendar ON calendar.id = feed.calendar_id
     WHERE (feed.result = 'failed') <> (feed.was IS NOT DISTINCT FROM 'failed')
  ), ${webhookRows('feed_fares')}`;

const FAILING: WebhookEventType = 'feed.failing';
const RECOVERED: WebhookEventType = 'feed.recovered';
