import type { Knex } from 'knex';
import type { CalendarAddressee, CalendarMailReceived } from '../../../activities/inbound/calendar-mail.ts';
import { knowsAddress } from '../../../adapters/postgres/calendars/known-correspondents.ts';
import { lockScheduling } from '../../../adapters/postgres/calendars/schedule-targets.ts';
import { addressKeysOf } from '../../../adapters/postgres/people/addresses.ts';
import { readObject, type CalendarObject } from '../../../domain/ical/calendar-object.ts';
import type { ItipMethod } from '../../../domain/itip/broker/messages.ts';
import { insideForm } from '../../../domain/itip/broker/outside.ts';
import { STORED_LIMITS } from '../limits.ts';
import type { CalendarDeps } from './deps.ts';
import { Postman } from './postman.ts';
import { posting } from './posting.ts';
import { answeredBy, speaksFor } from './speaking.ts';

/** What becomes of an invitation by somebody whom its recipient has never heard of. */
export type UnknownOrganizers = 'inbox' | 'calendar' | 'ignore';

export interface ReceiveDeps extends Omit<CalendarDeps, 'clock'> {
  unknownOrganizers: UnknownOrganizers;
}

const METHODS: readonly string[] = [
  'REQUEST',
  'CANCEL',
  'ADD',
  'DECLINECOUNTER',
  'REPLY',
  'COUNTER',
  'REFRESH',
];
const OF_ATTENDEES: readonly string[] = ['REPLY', 'COUNTER', 'REFRESH'];

/**
 * Puts what a mail says into the inboxes and calendars of those whom it came to (RFC 6047, RFC 6638 §4). Done again, it changes
 * nothing.
 *
 * @returns why it says nothing, by a stable code; null: it does
 */
export async function receiveMail(deps: ReceiveDeps, mail: CalendarMailReceived): Promise<string | null> {
  let reason: string | null = 'calendar-unreadable';
  let nth = 0;
  for (const { text, method: parameter } of mail.calendars) {
    const object = readObject(text, { limits: STORED_LIMITS, isMessage: true });
    if ('problem' in object) continue;
    const method = (object.method ?? parameter ?? '').trim().toUpperCase();
    if (!METHODS.includes(method)) {
      reason = 'method-not-understood';
      continue;
    }
    for (const addressee of mail.addressees) {
      const name = `${mail.id}-${nth++}.ics`;
      const refused = await receiveFor(deps, mail, addressee, { object, method: method as ItipMethod, name });
      if (refused === null) reason = null;
      else reason &&= refused;
    }
  }
  return reason;
}

async function receiveFor(
  deps: ReceiveDeps,
  mail: CalendarMailReceived,
  { tenantId, principalId, correspondent }: CalendarAddressee,
  { object, method, name }: { object: CalendarObject; method: ItipMethod; name: string },
): Promise<string | null> {
  const { uid } = object;
  if (correspondent && correspondent.uid !== uid) return 'another-event';
  return posting(deps, async ({ trx, later }) => {
    const own = await addressKeysOf(trx, principalId);
    const [recipient] = own;
    if (recipient === undefined) return 'not-invited';
    const inside = correspondent
      ? insideForm(object.calendar, { tagged: correspondent.tagged, address: recipient })
      : object.calendar;
    const calendar =
      OF_ATTENDEES.includes(method) && correspondent ? answeredBy(inside, correspondent.address) : inside;
    const sender = correspondent?.address ?? mail.from;
    if (sender === null || (!correspondent && !speaksFor(calendar, method, sender))) return 'sender-differs';
    const isConfirmed =
      correspondent !== null ||
      (mail.isAuthentic && (await isKnown(trx, deps, { tenantId, principalId, sender, method })));
    if (!isConfirmed && (deps.unknownOrganizers === 'ignore' || method !== 'REQUEST'))
      return 'organizer-unknown';
    await lockScheduling(trx, { tenantId, uid, calendarId: principalId, addresses: own });
    const postman = new Postman(trx, { tenantId, uid, nowMs: mail.atMs, outside: deps.outsideMail });
    const message = { method, uid, recipient, sender, calendar, recurrenceIds: [null], significant: true };
    const outcome = await postman.receive(message, { name, isConfirmed });
    later(postman.pending);
    return outcome;
  });
}

/** Whoever answers was invited, or is found out not to be; who invites has to be somebody. */
async function isKnown(
  trx: Knex,
  { unknownOrganizers }: ReceiveDeps,
  about: { tenantId: string; principalId: string; sender: string; method: ItipMethod },
): Promise<boolean> {
  if (OF_ATTENDEES.includes(about.method) || unknownOrganizers === 'calendar') return true;
  return knowsAddress(trx, about, about.sender);
}
