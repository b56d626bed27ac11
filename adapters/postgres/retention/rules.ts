import { CALENDAR_RULES } from './calendar-rules.ts';
import type { RetentionRule } from './rule.ts';

export type { RetentionRule } from './rule.ts';

/** About a meeting that was over before then; nothing of a meeting that lives is removed. */
const OVER = (meetingId: string) => `EXISTS (
  SELECT FROM meetings meeting
   WHERE meeting.id = ${meetingId} AND meeting.status IN ('cancelled', 'closed')
     AND greatest(meeting.end_utc, meeting.updated_at) < :before)`;

const SETTLED = `message.state NOT IN ('prepared', 'deferred')`;

/** Whose bytes may go: every message that they belong to is settled, and its meeting over. */
const raw = (messages: string): string => `
  WITH old AS (
    SELECT raw.id FROM raw_messages raw
     WHERE raw.sealed IS NOT NULL AND raw.created_at < :before AND EXISTS (${messages})
     ORDER BY raw.created_at LIMIT :batch
  )
  UPDATE raw_messages SET sealed = NULL, removed_at = now() FROM old WHERE raw_messages.id = old.id RETURNING 1`;

const rows = (table: string, key: string, where: string): string => `
  DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} message WHERE ${where} LIMIT :batch) RETURNING 1`;

/**
 * In this order: what refers to something goes before it. Bytes go first of all, so that little else is known for long
 * about people who have nothing to do with us any more.
 */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    what: 'raw-in',
    days: 'rawDays',
    sql: raw(
      `SELECT FROM imip_messages message
        WHERE message.raw_id = raw.id AND message.decision IS NOT NULL AND ${OVER('message.meeting_id')}`,
    ),
  },
  {
    what: 'raw-out',
    days: 'rawDays',
    sql: raw(
      `SELECT FROM outgoing_messages message
        WHERE message.raw_id = raw.id AND ${SETTLED}
          AND (message.meeting_id IS NULL OR ${OVER('message.meeting_id')})`,
    ),
  },
  {
    what: 'raw-stray',
    days: 'strayDays',
    sql: raw(
      `SELECT FROM imip_messages message
        WHERE message.raw_id = raw.id AND message.decision IS NOT NULL AND message.meeting_id IS NULL`,
    ),
  },
  {
    what: 'participants',
    days: 'rawDays',
    sql: `DELETE FROM participants WHERE ctid = ANY (ARRAY(
            SELECT participant.ctid FROM participants participant
             WHERE participant.joined_at < :before AND ${OVER('participant.meeting_id')} LIMIT :batch)) RETURNING 1`,
  },
  {
    what: 'links',
    days: 'linksDays',
    sql: rows('magic_links', 'id', `message.expires_at < :before AND ${OVER('message.meeting_id')}`),
  },
  {
    what: 'messages-in',
    days: 'messagesDays',
    sql: rows(
      'imip_messages',
      'id',
      `message.received_at < :before AND message.decision IS NOT NULL
        AND (message.meeting_id IS NULL OR ${OVER('message.meeting_id')})
        AND NOT EXISTS (SELECT FROM magic_links link WHERE link.inbound_message_id = message.id)`,
    ),
  },
  {
    what: 'messages-out',
    days: 'messagesDays',
    sql: rows(
      'outgoing_messages',
      'id',
      `message.prepared_at < :before AND ${SETTLED} AND ${OVER('message.meeting_id')}`,
    ),
  },
  {
    what: 'member-mails',
    days: 'sessionsDays',
    sql: rows(
      'outgoing_messages',
      'id',
      `message.meeting_id IS NULL AND message.prepared_at < :before AND ${SETTLED}`,
    ),
  },
  {
    what: 'sign-ins',
    days: 'sessionsDays',
    sql: rows(
      'sign_ins',
      'id',
      `message.expires_at < :before
        AND NOT EXISTS (SELECT FROM outgoing_messages mail WHERE mail.sign_in_id = message.id)`,
    ),
  },
  {
    what: 'notices',
    days: 'sessionsDays',
    sql: rows(
      'notices',
      'id',
      `message.created_at < :before
        AND NOT EXISTS (SELECT FROM outgoing_messages mail WHERE mail.notice_id = message.id)`,
    ),
  },
  {
    what: 'sessions',
    days: 'sessionsDays',
    sql: rows('sessions', 'token_hash', 'least(message.ended_at, message.expires_at) < :before'),
  },
  { what: 'fetches', days: 'fetchesDays', sql: rows('feed_fetches', 'id', 'message.at < :before') },
  { what: 'audit', days: 'auditDays', sql: rows('audit_log', 'id', 'message.at < :before') },
  {
    what: 'outbox',
    days: 'outboxDays',
    sql: rows('outbox', 'id', 'coalesce(message.delivered_at, message.gave_up_at) < :before'),
  },
  {
    what: 'webhook-deliveries',
    days: 'webhooksDays',
    sql: rows('webhook_deliveries', 'id', `message.created_at < :before AND message.settled_at < :before`),
  },
  {
    what: 'webhook-events',
    days: 'webhooksDays',
    sql: rows(
      'webhook_events',
      'id',
      `message.created_at < :before
        AND NOT EXISTS (SELECT FROM webhook_deliveries delivery WHERE delivery.event_id = message.id)`,
    ),
  },
  ...CALENDAR_RULES,
  {
    what: 'raw-rows',
    days: 'messagesDays',
    sql: rows(
      'raw_messages',
      'id',
      `message.created_at < :before
        AND NOT EXISTS (SELECT FROM imip_messages other WHERE other.raw_id = message.id)
        AND NOT EXISTS (SELECT FROM outgoing_messages other WHERE other.raw_id = message.id)`,
    ),
  },
];
