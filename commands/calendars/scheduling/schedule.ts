import type { Knex } from 'knex';
import { addressesOfPrincipals } from '../../../adapters/postgres/people/addresses.ts';
import { keepAnswers } from '../../../domain/itip/broker/keep-answers.ts';
import { mapCalendarUsers, usersIn } from '../../../domain/itip/broker/users.ts';
import { scheduleChange, type ScheduleOptions } from '../../../domain/itip/broker/schedule-change.ts';
import { setScheduleStatus } from '../../../domain/itip/broker/schedule-status.ts';
import { isOfAttendee, type ItipMessage } from '../../../domain/itip/broker/messages.ts';
import type { JcalComponent } from '../../../domain/ical/parse-calendars.ts';
import { MissingPrivilege } from '../../../policies/missing-privilege.ts';
import type { Privilege } from '../../../policies/privileges.ts';
import { CalendarRefusal } from '../refusals.ts';
import type { Postman } from './postman.ts';

export interface Scheduling {
  tenantId: string;
  /** Whose calendar it is. */
  owner: { principalId: string; addresses: readonly string[] };
  before: JcalComponent | null;
  after: JcalComponent | null;
  nowMs: number;
  options: Pick<ScheduleOptions, 'scheduleReply' | 'silent'>;
  /** Whoever writes may not have seen the last answers of others yet, which stay (RFC 6638 §3.2.10). */
  keepsAnswers?: boolean;
  /** What whoever writes may send in the name of the owner; null: they are the owner. */
  mayOnlySend: ReadonlySet<Privilege> | null;
}

export interface Scheduled {
  /** What is to be stored in place of what was sent; null: that. */
  calendar: JcalComponent | null;
  /** It is a scheduling object. */
  schedules: boolean;
  scheduleTagChanges: boolean;
  messages: readonly ItipMessage[];
}

/**
 * What a change of an object has to be told whom, and what is stored of it then.
 *
 * @throws CalendarRefusal; MissingPrivilege: they may not send that in the name of the owner
 */
export async function schedule(
  trx: Knex.Transaction,
  postman: Postman,
  { tenantId, owner, before, after, nowMs, options, keepsAnswers = false, mayOnlySend }: Scheduling,
): Promise<Scheduled> {
  const byAddress = await mapper(trx, tenantId, [before, after]);
  const mapped = { before: byAddress(before), after: byAddress(after) };
  await postman.meet([...usersIn(mapped.before), ...usersIn(mapped.after)]);
  const sent =
    keepsAnswers && mapped.before && mapped.after
      ? keepAnswers(mapped.before, mapped.after, owner)
      : mapped.after;
  const change = scheduleChange({
    before: mapped.before,
    after: sent,
    owner,
    nowMs,
    options: { ...options, mayOrganize: (address) => postman.isHere(address) },
  });
  if (change.kind === 'refused') throw new CalendarRefusal(change.refusal);
  const { kind, messages, object, scheduleTagChanges } = change;
  for (const { method } of messages) {
    const privilege = isOfAttendee(method) ? 'schedule-send-reply' : 'schedule-send-invite';
    if (mayOnlySend && !mayOnlySend.has(privilege)) throw new MissingPrivilege(privilege);
  }
  const calendar = await withStatuses(postman, object ?? sent, messages, owner);
  const isChanged = object !== null || calendar !== mapped.after;
  return { calendar: isChanged ? calendar : null, schedules: kind !== 'none', scheduleTagChanges, messages };
}

async function withStatuses(
  postman: Postman,
  calendar: JcalComponent | null,
  messages: readonly ItipMessage[],
  owner: { principalId: string },
): Promise<JcalComponent | null> {
  if (calendar === null) return null;
  let result = calendar;
  for (const [address, status] of await postman.outlook(messages, owner))
    result = setScheduleStatus(result, address, status);
  return result;
}

const OF_PRINCIPAL =
  /^(?:urn:uuid:|(?:https?:\/\/[^/]+)?\/(?:dav\/)?principals\/(?:__uids__\/)?)([0-9a-f-]{36})\/?$/i;

/** The id of a principal that is written by its path or its UUID, as Apple's programs do (RFC 6638 §3.1). */
const uuidIn = (uri: string): string | null => OF_PRINCIPAL.exec(uri.trim())?.[1]?.toLowerCase() ?? null;

/** Writes users by their addresses who are written by the path or the id of their principal. */
async function mapper(trx: Knex, tenantId: string, calendars: readonly (JcalComponent | null)[]) {
  const ids = calendars.flatMap((calendar) => usersIn(calendar).flatMap((user) => uuidIn(user) ?? []));
  const addresses = ids.length === 0 ? null : await addressesOfPrincipals(trx, tenantId, [...new Set(ids)]);
  return (calendar: JcalComponent | null): JcalComponent | null =>
    calendar &&
    (addresses === null
      ? calendar
      : mapCalendarUsers(calendar, (uri) => addresses.get(uuidIn(uri) ?? '') ?? null));
}
