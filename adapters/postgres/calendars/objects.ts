import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { inChunks } from '../in-chunks.ts';

/** One UID in a calendar: its components as they came. */
export interface CalendarObject {
  uid: string;
  /** Each VEVENT as text: of a series the master and the overrides that concern this calendar. */
  components: ReadonlySet<string>;
}

/** Puts objects into a calendar; those that are as they were stay untouched. Its ETag is of the bytes (RFC 9110 §8.8.3). */
export async function putObjects(
  trx: Knex.Transaction,
  { tenantId, calendarId }: { tenantId: string; calendarId: string },
  objects: readonly CalendarObject[],
): Promise<void> {
  await inChunks(objects, async (chunk) => {
    await trx.raw(
      `INSERT INTO calendar_objects (tenant_id, calendar_id, uid, etag, raw)
       SELECT CAST(:tenantId AS uuid), CAST(:calendarId AS uuid), uid, etag, raw
         FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS entry (uid text, etag text, raw text)
       ON CONFLICT (calendar_id, uid) DO UPDATE SET etag = excluded.etag, raw = excluded.raw, updated_at = now()
        WHERE calendar_objects.etag <> excluded.etag`,
      { tenantId, calendarId, rows: JSON.stringify(chunk.map(rowOf)) },
    );
  });
}

function rowOf({ uid, components }: CalendarObject) {
  const raw = [...components].join('\r\n');
  return { uid, etag: createHash('sha256').update(raw).digest('base64url'), raw };
}
