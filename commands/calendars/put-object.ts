import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { addressKeysOf } from '../../adapters/postgres/people/addresses.ts';
import { lockScheduling } from '../../adapters/postgres/calendars/schedule-targets.ts';
import { objectsAt, otherCopy, type StoredObject } from '../../adapters/postgres/calendars/stored-objects.ts';
import { etagOf, lockCalendar, writeObject } from '../../adapters/postgres/calendars/write-object.ts';
import { readObject, type CalendarObject } from '../../domain/ical/calendar-object.ts';
import { demand } from '../../policies/missing-privilege.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { Member, SeenCollection } from '../../queries/calendars/collections.ts';
import { expect, type Expectation } from './expectation.ts';
import { STORED_LIMITS } from './limits.ts';
import { CalendarRefusal } from './refusals.ts';
import type { CalendarDeps } from './scheduling/deps.ts';
import { mayOnlySend } from './scheduling/in-the-name-of.ts';
import { answerByCalendar, proposeByCalendar } from './scheduling/meeting-answers.ts';
import { calendarIn, storedForm } from './scheduling/object-text.ts';
import { posting, type Posting } from './scheduling/posting.ts';
import { Postman } from './scheduling/postman.ts';
import { schedule, type Scheduled } from './scheduling/schedule.ts';
import { usersIn } from '../../domain/itip/broker/users.ts';
import { addressesThatMatter, timeTaken } from './time-taken.ts';

export interface PutObject {
  calendar: SeenCollection;
  /** Who writes. */
  member: Member;
  /** The last part of its address. */
  name: string;
  /** The object as it was sent. */
  text: string;
  expected: Expectation;
  /** Nobody is told of it: it is an import, or was there before. */
  silent?: boolean;
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
 * Stores an object in a calendar, in place of the one at its address, and tells whom its change concerns (RFC 6638 §3.2). Of what was
 * there before, a copy is kept for a while.
 *
 * @throws MissingPrivilege, NotPermitted; CalendarRefusal, ConditionFailed
 */
export async function putObject(deps: CalendarDeps, put: PutObject): Promise<PutResult> {
  const object = readFor(put.calendar, put.text);
  return posting(deps, async (post) => {
    const { trx } = post;
    await lock(trx, put, object);
    const { existing, sameUid } = await objectsAt(trx, put.calendar.id, put.name, object.uid);
    demand(put.calendar, existing ? 'write-content' : 'bind');
    expect(put.expected, existing);
    refuseOtherUid(put, { existing, sameUid }, object.uid);
    if (existing?.raw === put.text)
      return { created: false, etag: existing.etag, scheduleTag: existing.scheduleTag };
    return isScheduled(object) || existing?.scheduleTag
      ? writeAndTell(post, deps, put, object, existing)
      : write(trx, put, {
          ...{ object, text: put.text, scheduleTag: null, meetingId: existing?.meetingId ?? null },
          ...{ addresses: await addressesThatMatter(trx, put.calendar, object), created: existing === null },
        });
  });
}

const isScheduled = ({ organizer, hasAttendees }: CalendarObject): boolean =>
  organizer !== null && hasAttendees;

async function lock(trx: Knex.Transaction, { calendar }: PutObject, object: CalendarObject): Promise<void> {
  const { tenantId, id } = calendar;
  if (isScheduled(object))
    await lockScheduling(trx, {
      tenantId,
      uid: object.uid,
      calendarId: id,
      addresses: usersIn(object.calendar),
    });
  if (!(await lockCalendar(trx, id))) throw new NotPermitted('The calendar');
}

async function writeAndTell(
  { trx, later }: Posting,
  { clock, outsideMail }: CalendarDeps,
  put: PutObject,
  object: CalendarObject,
  existing: StoredObject | null,
): Promise<PutResult> {
  const { calendar, member } = put;
  const { tenantId, principalId } = calendar;
  const nowMs = clock.nowMs();
  const postman = new Postman(trx, { tenantId, uid: object.uid, nowMs, outside: outsideMail });
  // Some programs move an object by writing it here first, and removing it there afterwards.
  const known = existing ?? (await otherCopy(trx, calendar, object.uid));
  const before = known && calendarIn(known.raw);
  const meetingId = known?.meetingId ?? null;
  const meeting = meetingId === null ? null : { meetingId, principalId, nowMs };
  const proposed = meeting && before && (await proposeByCalendar(trx, meeting, before, object.calendar));
  if (proposed) {
    // The meeting decides; until then it stays where it is.
    later([proposed]);
    return { created: false, etag: null, scheduleTag: known?.scheduleTag ?? null };
  }
  const owner = { principalId, addresses: await addressKeysOf(trx, principalId) };
  const scheduled = await schedule(trx, postman, {
    ...{ tenantId, nowMs },
    owner,
    before,
    after: object.calendar,
    options: put.silent ? { silent: true } : {},
    keepsAnswers: put.expected.ifScheduleTagMatch !== undefined,
    mayOnlySend: await mayOnlySend(trx, member, calendar),
  });
  const stored = scheduled.calendar ? storedForm(scheduled.calendar) : { object, text: put.text };
  const scheduleTag = tagAfter(scheduled, known);
  const { addresses } = owner;
  const created = existing === null;
  const result = await write(trx, put, { ...stored, scheduleTag, meetingId, addresses, created });
  postman.wrote(principalId, { name: put.name, raw: stored.text, scheduleTag, meetingId, calendar });
  if (meeting) later(await answerByCalendar(trx, meeting, scheduled.messages));
  else await postman.deliver(scheduled.messages, { principalId });
  later(postman.pending);
  return { ...result, etag: stored.text === put.text ? result.etag : null };
}

/** Another one with every change but of how others answered (RFC 6638 §3.2.10). */
function tagAfter(
  { schedules, scheduleTagChanges }: Pick<Scheduled, 'schedules' | 'scheduleTagChanges'>,
  known: Pick<StoredObject, 'scheduleTag'> | null,
): string | null {
  if (!schedules) return null;
  return scheduleTagChanges || !known?.scheduleTag ? randomUUID() : known.scheduleTag;
}

interface Written {
  object: CalendarObject;
  text: string;
  scheduleTag: string | null;
  meetingId: string | null;
  /** Of the calendar's owner. */
  addresses: readonly string[];
  created: boolean;
}

async function write(
  trx: Knex.Transaction,
  { calendar, name }: PutObject,
  { object, text, scheduleTag, meetingId, addresses, created }: Written,
): Promise<PutResult> {
  await writeObject(trx, calendar, {
    ...{ name, uid: object.uid, raw: text, component: object.component, scheduleTag, meetingId },
    ...timeTaken(calendar, object, { addresses, meetingId }),
  });
  return { created, etag: etagOf(text), scheduleTag };
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
