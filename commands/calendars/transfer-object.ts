import { objectNamed, objectsAt } from '../../adapters/postgres/calendars/stored-objects.ts';
import { lockCalendar, removeObject, writeObject } from '../../adapters/postgres/calendars/write-object.ts';
import { demand } from '../../policies/missing-privilege.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { SeenCollection } from '../../queries/calendars/collections.ts';
import type { CommandDeps } from '../deps.ts';
import { expect, type Expectation } from './expectation.ts';
import { readFor } from './put-object.ts';
import { CalendarRefusal, ConditionFailed } from './refusals.ts';
import { addressesThatMatter, timeTaken } from './time-taken.ts';

export interface Transfer {
  from: { calendar: SeenCollection; name: string };
  to: { calendar: SeenCollection; name: string };
  /** What is at the destination may be replaced (RFC 4918 §10.6). */
  overwrite: boolean;
  /** The source stays as well. */
  copies: boolean;
  /** Of the source. */
  expected: Expectation;
  /** Where an object of the destination is. */
  hrefOf: (name: string) => string;
}

/**
 * Moves or copies an object to another address, in its calendar or in another one. Nobody is told of it: it is the same object
 * as before (RFC 6638 §3.2.4.1).
 *
 * @returns whether something was at the destination
 * @throws MissingPrivilege; NotPermitted; CalendarRefusal, ConditionFailed
 */
export async function transferObject(
  { knex }: Pick<CommandDeps, 'knex'>,
  { from, to, overwrite, copies, expected, hrefOf }: Transfer,
): Promise<{ replaced: boolean }> {
  demand(from.calendar, copies ? 'read' : 'unbind');
  demand(to.calendar, 'bind');
  return knex.transaction(async (trx) => {
    // Two that go opposite ways wait for each other, and never both.
    for (const id of [...new Set([from.calendar.id, to.calendar.id])].sort())
      if (!(await lockCalendar(trx, id))) throw new NotPermitted('The calendar');
    const source = await objectNamed(trx, from.calendar.id, from.name);
    if (!source) throw new NotPermitted('The object');
    expect(expected, source);
    const { existing: target, sameUid } = await objectsAt(trx, to.calendar.id, to.name, source.uid);
    if (target && !overwrite) throw new ConditionFailed();
    const isItself = !copies && from.calendar.id === to.calendar.id;
    if (sameUid && sameUid.name !== target?.name && !(isItself && sameUid.name === source.name))
      throw new CalendarRefusal('no-uid-conflict', { hrefs: [hrefOf(sameUid.name)] });
    const object = readFor(to.calendar, source.raw);
    if (target) await removeObject(trx, to.calendar, to.name);
    if (!copies) await removeObject(trx, from.calendar, from.name);
    const meetingId = copies ? null : source.meetingId;
    const addresses = await addressesThatMatter(trx, to.calendar, object);
    await writeObject(trx, to.calendar, {
      ...{ name: to.name, uid: source.uid, raw: source.raw, component: source.component },
      ...{ scheduleTag: source.scheduleTag, meetingId },
      ...timeTaken(to.calendar, object, { addresses, meetingId }),
    });
    return { replaced: target !== null };
  });
}
