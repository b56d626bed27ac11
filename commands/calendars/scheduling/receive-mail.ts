import type { CalendarAddressee, CalendarMailReceived } from '../../../activities/inbound/calendar-mail.ts';
import { knowsAddress } from '../../../adapters/postgres/calendars/known-correspondents.ts';
import { addressKeysOf } from '../../../adapters/postgres/people/addresses.ts';
import { readObject, type CalendarObject } from '../../../domain/ical/calendar-object.ts';
import { isOfAttendee, itipMethod, type ItipMethod } from '../../../domain/itip/broker/messages.ts';
import { insideForm } from '../../../domain/itip/broker/outside.ts';
import { answeredBy, speaksFor } from '../../../domain/itip/broker/speaking.ts';
import { STORED_LIMITS } from '../limits.ts';
import type { CalendarDeps } from './deps.ts';
import { postingAbout } from './posting.ts';

/** What becomes of an invitation by somebody whom its recipient has never heard of. */
export type UnknownOrganizers = 'inbox' | 'calendar' | 'ignore';

export interface ReceiveDeps extends Omit<CalendarDeps, 'clock'> {
  unknownOrganizers: UnknownOrganizers;
}

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
    const method = itipMethod((object.method ?? parameter ?? '').trim().toUpperCase());
    if (method === null) {
      reason = 'method-not-understood';
      continue;
    }
    for (const addressee of mail.addressees) {
      const name = `${mail.id}-${nth++}.ics`;
      const refused = await receiveFor(deps, mail, addressee, { object, method, name });
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
  const own = await addressKeysOf(deps.knex, principalId);
  const [recipient] = own;
  if (recipient === undefined) return 'not-invited';
  const inside = correspondent
    ? insideForm(object.calendar, { tagged: correspondent.tagged, address: recipient })
    : object.calendar;
  const calendar = correspondent && isOfAttendee(method) ? answeredBy(inside, correspondent.address) : inside;
  const sender = correspondent?.address ?? mail.from;
  if (sender === null || (!correspondent && !speaksFor(calendar, method, sender))) return 'sender-differs';
  const isBelieved = mail.isAuthentic || correspondent?.isProof === true;
  const isConfirmed = isBelieved && (await isKnown(deps, { tenantId, principalId, sender, method }));
  if (!isConfirmed && (deps.unknownOrganizers === 'ignore' || method !== 'REQUEST'))
    return isBelieved ? 'organizer-unknown' : 'not-authenticated';
  const message = { method, uid, recipient, sender, calendar, recurrenceIds: [null], significant: true };
  return postingAbout(deps, { tenantId, uid, addresses: own, nowMs: mail.atMs }, (postman) =>
    postman.receive(message, { name, isConfirmed }),
  );
}

/** Whoever answers was invited, or is found out not to be; who invites has to be somebody. */
async function isKnown(
  { knex, unknownOrganizers }: ReceiveDeps,
  about: { tenantId: string; principalId: string; sender: string; method: ItipMethod },
): Promise<boolean> {
  if (isOfAttendee(about.method) || unknownOrganizers === 'calendar') return true;
  return knowsAddress(knex, about, about.sender);
}
