import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import type { ItipMessage } from '../../../domain/itip/broker/messages.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { writeComponent } from '../../../domain/ical/write-jcal.ts';
import type { AddressTags } from '../../mail/tagged-address.ts';
import { appendToOutbox } from '../outbox.ts';

export interface CalendarMailOut {
  tenantId: string;
  /** Who sends it. */
  principalId: string;
  message: ItipMessage;
  atMs: Instant;
}

/**
 * Writes a message to somebody outside down, with an event of the outbox that has it sent (RFC 6047).
 *
 * @param tags absent: answers come to the mailbox, and are known by their UID and their sender alone
 */
export async function takeCalendarMail(
  trx: Knex.Transaction,
  tags: AddressTags | undefined,
  { tenantId, principalId, message, atMs }: CalendarMailOut,
): Promise<PendingEvent> {
  const correspondentId = await correspondentOf(trx, tags, { tenantId, principalId, message });
  const mailId = randomUUID();
  await trx('calendar_mails').insert({
    ...{ id: mailId, tenant_id: tenantId, correspondent_id: correspondentId, method: message.method },
    ical_data: writeComponent(message.calendar),
  });
  const pending: PendingEvent = {
    uid: `calendar-mail/${correspondentId}`,
    event: { type: 'calendar-mail', key: `calendar-mail/${mailId}`, mailId, atMs },
  };
  await appendToOutbox(trx, tenantId, [pending]);
  return pending;
}

async function correspondentOf(
  trx: Knex.Transaction,
  tags: AddressTags | undefined,
  { tenantId, principalId, message: { uid, recipient } }: Omit<CalendarMailOut, 'atMs'>,
): Promise<string> {
  const known = await trx('calendar_correspondents')
    .where({ principal_id: principalId, uid, address_key: recipient })
    .first('id');
  if (known) return known.id;
  const id = randomUUID();
  const tenant = await trx('tenants').where({ id: tenantId }).first('organizer_email');
  const own = tags?.ofCorrespondent(tenant?.organizer_email ?? '', id);
  await trx('calendar_correspondents').insert({
    ...{ id, tenant_id: tenantId, principal_id: principalId, uid, address: recipient },
    tag_hash: own?.hash ?? null,
  });
  return id;
}
