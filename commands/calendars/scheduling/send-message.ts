import { addressKeysOf } from '../../../adapters/postgres/people/addresses.ts';
import { lockScheduling } from '../../../adapters/postgres/calendars/schedule-targets.ts';
import { readObject, type CalendarObject } from '../../../domain/ical/calendar-object.ts';
import type { ItipMessage, ItipMethod } from '../../../domain/itip/broker/messages.ts';
import { publicPart } from '../../../domain/itip/broker/messages.ts';
import type { ScheduleStatus } from '../../../domain/itip/broker/schedule-status.ts';
import type { JcalComponent } from '../../../domain/ical/parse-calendars.ts';
import { demand } from '../../../policies/missing-privilege.ts';
import type { SeenCollection } from '../../../queries/calendars/collections.ts';
import { STORED_LIMITS } from '../limits.ts';
import { CalendarRefusal } from '../refusals.ts';
import type { CalendarDeps } from './deps.ts';
import { posting } from './posting.ts';
import { Postman } from './postman.ts';
import { usersIn } from './users-in.ts';

const OF_ORGANIZERS: readonly string[] = ['REQUEST', 'CANCEL', 'ADD', 'DECLINECOUNTER'];
const OF_ATTENDEES: readonly string[] = ['REPLY', 'COUNTER', 'REFRESH'];

/** Reads a message that a program made by itself (RFC 5546). @throws CalendarRefusal */
export function readMessage(text: string): CalendarObject & { method: string } {
  const object = readObject(text, { limits: STORED_LIMITS, isMessage: true });
  if ('problem' in object) throw new CalendarRefusal('valid-scheduling-message');
  const { method } = object;
  if (method === null) throw new CalendarRefusal('valid-scheduling-message');
  return { ...object, method };
}

export interface SentMessage {
  /** The outbox of who sends it. */
  outbox: SeenCollection;
  message: CalendarObject & { method: string };
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
  const { knex, clock, outsideMail } = deps;
  const { tenantId, principalId } = outbox;
  const isOrganizers = OF_ORGANIZERS.includes(message.method);
  if (!isOrganizers && !OF_ATTENDEES.includes(message.method))
    throw new CalendarRefusal('valid-scheduling-message');
  demand(outbox, isOrganizers ? 'schedule-send-invite' : 'schedule-send-reply');
  const own = await addressKeysOf(knex, principalId);
  const messages = messagesOf(message, own, isOrganizers).filter(
    ({ recipient }) => to === undefined || recipient === to,
  );
  return posting(deps, async ({ trx, later }) => {
    const { uid } = message;
    const addresses = [...messages.map(({ recipient }) => recipient), ...own];
    await lockScheduling(trx, { tenantId, uid, calendarId: outbox.id, addresses });
    const postman = new Postman(trx, { tenantId, uid, nowMs: clock.nowMs(), outside: outsideMail });
    const statuses = await postman.outlook(messages, { principalId });
    await postman.deliver(messages, { principalId });
    later(postman.pending);
    return statuses;
  });
}

/** @throws CalendarRefusal: somebody else is its organizer, or its attendee */
function messagesOf(
  message: CalendarObject & { method: string },
  own: readonly string[],
  isOrganizers: boolean,
): ItipMessage[] {
  const { organizer, calendar, method, uid } = message;
  if (organizer === null) throw new CalendarRefusal('valid-scheduling-message');
  const isOwn = (address: string): boolean => own.includes(address);
  if (isOrganizers && !isOwn(organizer)) throw new CalendarRefusal('organizer-allowed');
  const attendees = usersIn(calendar).filter((address) => address !== organizer);
  const self = isOrganizers ? organizer : attendees.find(isOwn);
  if (self === undefined) throw new CalendarRefusal('valid-scheduling-message');
  const recipients = isOrganizers ? attendees.filter((address) => !isOwn(address)) : [organizer];
  return recipients.map((recipient) => ({
    ...{ method: method as ItipMethod, uid, recipient, sender: self },
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
