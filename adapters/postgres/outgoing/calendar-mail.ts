import type { Knex } from 'knex';
import type { PreparedDelivery } from '../../../activities/delivery/activities.ts';
import type { CalendarMailKind, CalendarMailView } from '../../../activities/delivery/ports.ts';
import { textOf } from '../../../domain/ical/jcal.ts';
import { parseWhole, type JcalComponent } from '../../../domain/ical/parse-calendars.ts';
import { writeComponent } from '../../../domain/ical/write-jcal.ts';
import { readObject } from '../../../domain/ical/calendar-object.ts';
import { commentOf, isOfAttendee, type ItipMethod } from '../../../domain/itip/broker/messages.ts';
import { outsideForm } from '../../../domain/itip/broker/outside.ts';
import { partsOf, snapshotOf, type Snapshot } from '../../../domain/itip/broker/snapshot.ts';
import type { CalendarMail } from '../../../workflows/delivery/messages.ts';
import type { StatementPart } from '../statement.ts';
import { nameMessage, sealMessage, type Draft, type MessageTools } from './prepare.ts';
import { messagesPart, storeMessages } from './store.ts';

interface MailRow {
  method: ItipMethod;
  raw: string;
  uid: string;
  correspondentId: string;
  email: string;
  /** It is not the first that asks them. */
  asksAgain: boolean;
  senderName: string | null;
  zone: string;
  language: string | null;
  organizerEmail: string;
  organizerName: string;
  productName: string;
}

/**
 * Prepares the mail with a scheduling message. Of two that prepare it at once one fails by a constraint, and finds the other's
 * next time.
 */
export async function prepareCalendarMail(
  database: Knex,
  tools: MessageTools,
  { mailId, atMs }: CalendarMail,
): Promise<PreparedDelivery> {
  const row = await mailOf(database, mailId);
  const summary = `calendar ${row.method}`;
  const before = await database('outgoing_messages').where({ calendar_mail_id: mailId }).first('id');
  if (before) return { id: before.id, summary };
  const draft: Draft = {
    ...{ ownerId: mailId, key: row.method, kind: 'calendar-mail', method: row.method, to: null },
    sequence: 0,
  };
  const names = nameMessage(tools, row.organizerEmail, draft);
  const view = viewOf(row, tools, { messageId: names.messageId, dateMs: atMs });
  const { raw } = await tools.composer.composeCalendarMail(view);
  await storeMessages(
    database,
    [mailAsOwner(mailId)],
    [messagesPart([sealMessage(tools, draft, names, raw)])],
  );
  return { id: names.id, summary };
}

function viewOf(
  row: MailRow,
  { tags }: MessageTools,
  named: { messageId: string; dateMs: number },
): CalendarMailView {
  const { method, email, organizerEmail, organizerName, productName } = row;
  const said = calendarIn(row.raw);
  const snapshot = snapshotOf(said);
  const part = snapshot ? partsOf(snapshot)[0] : undefined;
  const answerTo = tags?.ofCorrespondent(organizerEmail, row.correspondentId)?.address ?? null;
  const disguise =
    snapshot?.organizer && !isOfAttendee(method)
      ? { organizer: snapshot.organizer.address, address: answerTo ?? organizerEmail, name: row.senderName }
      : null;
  const component: JcalComponent = part?.component ?? ['vevent', [], []];
  const { startMs = null, endMs = null, event = null } = part ?? {};
  return {
    ...named,
    tenant: { organizerEmail, organizerName, productName },
    senderName: row.senderName ?? organizerName,
    recipient: { email, language: row.language },
    answerTo,
    kind: kindOf(row, snapshot),
    title: textOf(component, 'summary'),
    place: textOf(component, 'location'),
    description: textOf(component, 'description'),
    comment: commentOf(component),
    time: startMs === null || endMs === null ? null : { startMs, endMs },
    allDay: event?.start.allDay ?? false,
    zone: row.zone,
    recurs: (event?.recurrence.rules.length ?? 0) > 0,
    calendar: { method, text: writeComponent(outsideForm(said, email.toLowerCase(), disguise)) },
  };
}

function calendarIn(raw: string): JcalComponent {
  const object = readObject(raw, { isMessage: true });
  const calendar = 'problem' in object ? parseWhole(raw)?.[0] : object.calendar;
  if (!calendar) throw new Error('the message of a calendar cannot be read');
  return calendar;
}

const ANSWERS: Readonly<Record<string, CalendarMailKind>> = {
  ACCEPTED: 'accepted',
  TENTATIVE: 'tentative',
  DECLINED: 'declined',
  DELEGATED: 'delegated',
};

function kindOf({ method, asksAgain }: MailRow, snapshot: Snapshot | null): CalendarMailKind {
  switch (method) {
    case 'REQUEST':
    case 'ADD':
      return asksAgain ? 'update' : 'invitation';
    case 'CANCEL':
      return 'cancellation';
    case 'REPLY': {
      const [attendee] = snapshot
        ? partsOf(snapshot).flatMap(({ attendees }) => [...attendees.values()])
        : [];
      return ANSWERS[attendee?.partstat ?? ''] ?? 'tentative';
    }
    case 'COUNTER':
      return 'counter';
    case 'DECLINECOUNTER':
      return 'declinecounter';
    case 'REFRESH':
      return 'refresh';
  }
}

const mailAsOwner = (mailId: string): StatementPart => ({
  sql: `owner AS (
    SELECT tenant_id, CAST(NULL AS uuid) AS meeting_id, CAST(NULL AS text) AS uid, CAST(NULL AS uuid) AS sign_in_id,
           CAST(NULL AS uuid) AS notice_id, id AS calendar_mail_id, 0 AS revision
      FROM calendar_mails WHERE id = :mailId
  )`,
  values: { mailId },
});

async function mailOf(database: Knex, mailId: string): Promise<MailRow> {
  const { rows } = await database.raw<{ rows: MailRow[] }>(
    `SELECT mail.method, mail.ical_data AS raw, correspondent.uid, correspondent.id AS "correspondentId",
            correspondent.address AS email,
            EXISTS (SELECT FROM calendar_mails earlier
                     WHERE earlier.correspondent_id = mail.correspondent_id AND earlier.method = 'REQUEST'
                       AND (earlier.created_at, earlier.id) < (mail.created_at, mail.id)) AS "asksAgain",
            sender.name AS "senderName", sender.timezone AS zone, coalesce(sender.language, tenant.language) AS language,
            tenant.organizer_email AS "organizerEmail", tenant.organizer_name AS "organizerName",
            tenant.product_name AS "productName"
       FROM calendar_mails mail
       JOIN calendar_correspondents correspondent ON correspondent.id = mail.correspondent_id
       JOIN principals sender ON sender.id = correspondent.principal_id
       JOIN tenants tenant ON tenant.id = mail.tenant_id
      WHERE mail.id = :mailId`,
    { mailId },
  );
  const [row] = rows;
  if (!row) throw new Error('the mail is not in this database');
  return row;
}
