import type { Knex } from 'knex';
import { storableJson } from './storable.ts';

/** What a line is about: a meeting's own story, mail that came or went, a link that was used. */
export type AuditCategory = 'timeline' | 'inbound' | 'outbound' | 'token';

/** A line of the audit log; no address, token or content is in it. */
export interface AuditLine {
  tenantId: string;
  /** Null: of no meeting. */
  meetingId: string | null;
  uid: string | null;
  category: AuditCategory;
  what: string;
  /** An attendee's id, or who else acted. */
  actor: string;
  /** What it came through. */
  door: string;
  details: object;
}

/** Writes one line. */
export const writeAudit = async (
  knex: Knex,
  { tenantId, meetingId, uid, details, ...line }: AuditLine,
): Promise<void> =>
  void (await knex('audit_log').insert({
    ...line,
    tenant_id: tenantId,
    meeting_id: meetingId,
    uid,
    details: storableJson(details),
  }));

/** Lines as SQL expressions over the rows of `from`, which has `tenant_id` and `meeting_id`. */
export interface AuditedRows {
  from: string;
  /** Absent: now. */
  at?: string;
  /** Absent: the column of that name. */
  uid?: string;
  category: AuditCategory | { sql: string };
  what: string;
  actor: string;
  door: string;
  /** Absent: none. */
  details?: string;
}

/** The SQL that writes a line for each row of a relation, within the statement that makes it. */
export const auditRows = (rows: AuditedRows): string => {
  const { from, at = 'now()', uid = 'uid', category, what, actor, door, details = `'{}'` } = rows;
  const of = typeof category === 'string' ? `'${category}'` : category.sql;
  return `INSERT INTO audit_log (tenant_id, meeting_id, uid, at, category, what, actor, door, details)
          SELECT tenant_id, meeting_id, ${uid}, ${at}, ${of}, ${what}, ${actor}, ${door}, ${details}
            FROM ${from}`;
};
