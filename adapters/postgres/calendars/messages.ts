import type { Knex } from 'knex';
import { etagOf } from './write-object.ts';

/** An iTIP message in an inbox (RFC 6638 §2.2). */
export interface ScheduleMessage {
  id: string;
  /** The last part of its address. */
  name: string;
  uid: string;
  sender: string;
  recipient: string;
  method: string;
  raw: string;
  etag: string;
  status: 'unread' | 'processed' | 'unconfirmed' | 'proposed' | 'approved' | 'declined';
  createdAt: Date;
}

const COLUMNS = {
  id: 'id',
  name: 'name',
  uid: 'uid',
  sender: 'sender',
  recipient: 'recipient',
  method: 'method',
  raw: 'ical_data',
  etag: 'etag',
  status: 'status',
  createdAt: 'created_at',
};

/** The oldest first. */
export const messagesIn = (knex: Knex, collectionId: string): Promise<ScheduleMessage[]> =>
  knex('dav_schedule_message')
    .where({ collection_id: collectionId })
    .orderBy(['created_at', 'id'])
    .select<ScheduleMessage[]>(COLUMNS);

export async function messageNamed(
  knex: Knex,
  collectionId: string,
  name: string,
): Promise<ScheduleMessage | null> {
  const found = await knex('dav_schedule_message')
    .where({ collection_id: collectionId, name })
    .first<ScheduleMessage | undefined>(COLUMNS);
  return found ?? null;
}

/** @returns false: there is none of that name */
export async function removeMessage(knex: Knex, collectionId: string, name: string): Promise<boolean> {
  return (await knex('dav_schedule_message').where({ collection_id: collectionId, name }).delete()) > 0;
}

/** Puts a message into an inbox; one of its name is there already stays. */
export async function insertMessage(
  trx: Knex,
  message: Omit<ScheduleMessage, 'id' | 'etag' | 'createdAt'> & { tenantId: string; collectionId: string },
): Promise<void> {
  await trx('dav_schedule_message')
    .insert({
      tenant_id: message.tenantId,
      collection_id: message.collectionId,
      name: message.name,
      uid: message.uid,
      sender: message.sender,
      recipient: message.recipient,
      method: message.method,
      ical_data: message.raw,
      etag: etagOf(message.raw),
      status: message.status,
    })
    .onConflict(['collection_id', 'name'])
    .ignore();
}

/** Says what became of a message. */
export async function setMessageStatus(
  knex: Knex,
  collectionId: string,
  name: string,
  status: ScheduleMessage['status'],
): Promise<void> {
  await knex('dav_schedule_message').where({ collection_id: collectionId, name }).update({ status });
}
