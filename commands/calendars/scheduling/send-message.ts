import { addressKeysOf } from '../../../adapters/postgres/people/addresses.ts';
import { readObject, type CalendarObject } from '../../../domain/ical/calendar-object.ts';
import {
  isOfAttendee,
  itipMethod,
  publicPart,
  type ItipMessage,
  type ItipMethod,
} from '../../../domain/itip/broker/messages.ts';
import { usersIn } from '../../../domain/itip/broker/users.ts';
import type { ScheduleStatus } from '../../../domain/itip/broker/schedule-status.ts';
import type { JcalComponent } from '../../../domain/ical/parse-calendars.ts';
import { demand } from '../../../policies/missing-privilege.ts';
import type { SeenCollection } from '../../../queries/calendars/collections.ts';
import { STORED_LIMITS } from '../limits.ts';
import { CalendarRefusal } from '../refusals.ts';
import type { CalendarDeps } from './deps.ts';
import { postingAbout } from './posting.ts';

/** Reads a message that a program made by itself (RFC 5546). @throws CalendarRefusal */
export function readMessage(text: string): ReadMessage {
  const object = readObject(text, { limits: STORED_LIMITS, isMessage: true });
  const method = 'problem' in object ? null : itipMethod(object.method ?? '');
  if ('problem' in object || method === null) throw new CalendarRefusal('valid-scheduling-message');
  return { ...object, method };
}

export interface ReadMessage extends CalendarObject {
  method: ItipMethod;
}

export interface SentMessage {
  /** The outbox of who sends it. */
  outbox: SeenCollection;
  message: ReadMessage;
  /** The only one who gets it; absent: all whom it concerns. */
  to?: string;
}

/**
 * Delivers a message that a program made by itself, to all whom it concerns.
 *
 * @returns what becomes of it, by recipient
 * @throws MissingPrivilege; CalendarRefusal: it is no message of theirs
 */
export async function sendMessage(
  deps: CalendarDeps,
  { outbox, message, to }: SentMessage,
): Promise<Map<string, ScheduleStatus>> {
  const { tenantId, principalId } = outbox;
  const isOrganizers = !isOfAttendee(message.method);
  demand(outbox, isOrganizers ? 'schedule-send-invite' : 'schedule-send-reply');
  const own = await addressKeysOf(deps.knex, principalId);
  const messages = messagesOf(message, own, isOrganizers).filter(
    ({ recipient }) => to === undefined || recipient === to,
  );
  const addresses = [...messages.map(({ recipient }) => recipient), ...own];
  const about = { tenantId, uid: message.uid, addresses, nowMs: deps.clock.nowMs() };
  return postingAbout(deps, about, async (postman) => {
    const statuses = await postman.outlook(messages, { principalId });
    await postman.deliver(messages, { principalId });
    return statuses;
  });
}

/** @throws CalendarRefusal: somebody else is its organizer, or its attendee */
function messagesOf(message: ReadMessage, own: readonly string[], isOrganizers: boolean): ItipMessage[] {
  const { organizer, calendar, method, uid } = message;
  if (organizer === null) throw new CalendarRefusal('valid-scheduling-message');
  const isOwn = (address: string): boolean => own.includes(address);
  if (isOrganizers && !isOwn(organizer)) throw new CalendarRefusal('organizer-allowed');
  const attendees = usersIn(calendar).filter((address) => address !== organizer);
  const self = isOrganizers ? organizer : attendees.find(isOwn);
  if (self === undefined) throw new CalendarRefusal('valid-scheduling-message');
  const recipients = isOrganizers ? attendees.filter((address) => !isOwn(address)) : [organizer];
  return recipients.map((recipient) => ({
    ...{ method, uid, recipient, sender: self },
    calendar: withoutPrivate(calendar, !isOrganizers),
    recurrenceIds: [null],
    significant: true,
  }));
}

const withoutPrivate = ([name, properties, components]: JcalComponent, isAnswer: boolean): JcalComponent => [
  name,
  properties,
  components.map((part) => (part[0] === 'vtimezone' ? part : publicPart(part, isAnswer))),
];
