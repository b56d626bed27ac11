import {
  objectNamed,
  objectOfUid,
  type StoredObject,
} from '../../adapters/postgres/calendars/stored-objects.ts';
import { etagOf, lockCalendar, writeObject } from '../../adapters/postgres/calendars/write-object.ts';
import { readObject, type CalendarObject } from '../../domain/ical/calendar-object.ts';
import { demand } from '../../policies/missing-privilege.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { SeenCollection } from '../../queries/calendars/collections.ts';
import type { CommandDeps } from '../deps.ts';
import { expect, type Expectation } from './expectation.ts';
import { STORED_LIMITS } from './limits.ts';
import { CalendarRefusal } from './refusals.ts';
import { timeTaken } from './time-taken.ts';

export interface PutObject {
  calendar: SeenCollection;
  /** The last part of its address. */
  name: string;
  /** The object as it was sent. */
  text: string;
  expected: Expectation;
  /** Where another object of the calendar is, for whoever is told that it is in the way. */
  hrefOf: (name: string) => string;
}

export interface PutResult {
  created: boolean;
  /** Null: the server had to change it, and what was sent is not what is stored. */
  etag: string | null;
  scheduleTag: string | null;
}

/**
 * Stores an object in a calendar, in place of the one at its address. Of what was there before, a copy is kept for a while.
 *
 * @throws MissingPrivilege, NotPermitted; CalendarRefusal, ConditionFailed
 */
export async function putObject({ knex }: Pick<CommandDeps, 'knex'>, put: PutObject): Promise<PutResult> {
  const { calendar, name, text, expected } = put;
  const object = readFor(calendar, text);
  return knex.transaction(async (trx) => {
    if (!(await lockCalendar(trx, calendar.id))) throw new NotPermitted('The calendar');
    const [existing, sameUid] = await Promise.all([
      objectNamed(trx, calendar.id, name),
      objectOfUid(trx, calendar.id, object.uid),
    ]);
    demand(calendar, existing ? 'write-content' : 'bind');
    expect(expected, existing);
    refuseOtherUid(put, { existing, sameUid }, object.uid);
    if (existing?.raw === text)
      return { created: false, etag: existing.etag, scheduleTag: existing.scheduleTag };
    await writeObject(trx, calendar, {
      ...{ name, uid: object.uid, raw: text, component: object.component },
      scheduleTag: null,
      meetingId: existing?.meetingId ?? null,
      ...(await timeTaken(trx, calendar, object)),
    });
    return { created: existing === null, etag: etagOf(text), scheduleTag: null };
  });
}

/** @throws CalendarRefusal */
export function readFor({ components }: Pick<SeenCollection, 'components'>, text: string): CalendarObject {
  const object = readObject(text, { limits: STORED_LIMITS });
  if ('problem' in object) throw new CalendarRefusal(object.problem.precondition);
  if (!components.includes(object.component)) throw new CalendarRefusal('supported-calendar-component');
  return object;
}

/** A UID is one object's of a calendar, and stays that object's (RFC 4791 §5.3.2.1). @throws CalendarRefusal */
function refuseOtherUid(
  { hrefOf }: PutObject,
  { existing, sameUid }: { existing: StoredObject | null; sameUid: StoredObject | null },
  uid: string,
): void {
  const inTheWay =
    sameUid && sameUid.name !== existing?.name ? sameUid : existing?.uid !== uid ? existing : null;
  if (inTheWay) throw new CalendarRefusal('no-uid-conflict', { hrefs: [hrefOf(inTheWay.name)] });
}
