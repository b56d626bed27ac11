import type { Knex } from 'knex';
import { readObject } from '../../../domain/ical/calendar-object.ts';
import { writeComponent } from '../../../domain/ical/write-jcal.ts';
import { setScheduleStatus } from '../../../domain/itip/broker/schedule-status.ts';
import { inTransaction } from '../in-transaction.ts';
import { rewriteObject } from './write-object.ts';

interface Row {
  calendarId: string;
  name: string;
  raw: string;
  address: string;
  state: string;
}

/**
 * Writes what became of a mail into the object of who sent it (SCHEDULE-STATUS, RFC 6638 §7.3): sent, or given up. What was changed
 * meanwhile keeps its changes.
 */
export const noteCalendarMail = (database: Knex, mailId: string): Promise<void> =>
  inTransaction(database, async (trx) => {
    // What is read together with the lock may be from before whoever had it: an answer that came meanwhile would be lost.
    await trx.raw(
      `SELECT calendar.id FROM calendar_mails mail
         JOIN calendar_correspondents correspondent ON correspondent.id = mail.correspondent_id
         JOIN calendars calendar ON calendar.principal_id = correspondent.principal_id AND calendar.source = 'local'
        WHERE mail.id = :mailId ORDER BY calendar.id FOR NO KEY UPDATE OF calendar`,
      { mailId },
    );
    const { rows } = await trx.raw<{ rows: Row[] }>(
      `SELECT object.calendar_id AS "calendarId", object.name, object.raw, correspondent.address_key AS address, message.state
         FROM calendar_mails mail
         JOIN calendar_correspondents correspondent ON correspondent.id = mail.correspondent_id
         JOIN outgoing_messages message ON message.calendar_mail_id = mail.id
         JOIN calendars calendar ON calendar.principal_id = correspondent.principal_id AND calendar.source = 'local'
         JOIN calendar_objects object ON object.calendar_id = calendar.id AND object.uid = correspondent.uid
        WHERE mail.id = :mailId AND object.name IS NOT NULL`,
      { mailId },
    );
    for (const { calendarId, name, raw, address, state } of rows) {
      const object = readObject(raw);
      if ('problem' in object) continue;
      const code = ['sent', 'delivered'].includes(state)
        ? '1.1'
        : ['failed', 'bounced', 'lapsed'].includes(state)
          ? '5.1'
          : '1.0';
      const noted = setScheduleStatus(object.calendar, address, code);
      if (noted !== object.calendar) await rewriteObject(trx, calendarId, name, writeComponent(noted));
    }
  });
