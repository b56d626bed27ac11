import { lockScheduling } from '../../adapters/postgres/calendars/schedule-targets.ts';
import {
  objectNamed,
  otherCopy,
  type StoredObject,
} from '../../adapters/postgres/calendars/stored-objects.ts';
import { lockCalendar, removeObject } from '../../adapters/postgres/calendars/write-object.ts';
import { addressKeysOf } from '../../adapters/postgres/people/addresses.ts';
import { demand } from '../../policies/missing-privilege.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { Member, SeenCollection } from '../../queries/calendars/collections.ts';
import type { Knex } from 'knex';
import { expect, type Expectation } from './expectation.ts';
import type { CalendarDeps } from './scheduling/deps.ts';
import { mayOnlySend } from './scheduling/in-the-name-of.ts';
import { answerByCalendar } from './scheduling/meeting-answers.ts';
import { calendarIn } from './scheduling/object-text.ts';
import { posting, type Posting } from './scheduling/posting.ts';
import { Postman } from './scheduling/postman.ts';
import { schedule } from './scheduling/schedule.ts';
import { usersIn } from '../../domain/itip/broker/users.ts';

export interface DeleteObject {
  calendar: SeenCollection;
  /** Who removes it. */
  member: Member;
  name: string;
  expected: Expectation;
  /** False: whose invitation it is need not know (the header `Schedule-Reply: F`, RFC 6638 §8.1). */
  scheduleReply?: boolean;
}

/**
 * Removes an object from a calendar: what its owner organizes is cancelled, what they are invited to is declined. It can be brought
 * back for a while.
 *
 * @throws MissingPrivilege; NotPermitted where there is none; ConditionFailed
 */
export async function deleteObject(deps: CalendarDeps, request: DeleteObject): Promise<void> {
  const { calendar, name, expected } = request;
  demand(calendar, 'unbind');
  await posting(deps, async (post) => {
    const { trx } = post;
    const known = await objectNamed(trx, calendar.id, name);
    if (!known) throw new NotPermitted('The object');
    if (known.scheduleTag !== null) await lockParticipants(trx, calendar, known);
    if (!(await lockCalendar(trx, calendar.id))) throw new NotPermitted('The calendar');
    const existing = await objectNamed(trx, calendar.id, name);
    if (!existing) throw new NotPermitted('The object');
    expect(expected, existing);
    await removeObject(trx, calendar, name);
    if (existing.scheduleTag !== null) await tell(post, deps, request, existing);
  });
}

const lockParticipants = (
  trx: Knex.Transaction,
  { tenantId, id }: SeenCollection,
  { uid, raw }: StoredObject,
) => lockScheduling(trx, { tenantId, uid, calendarId: id, addresses: usersIn(calendarIn(raw)) });

async function tell(
  { trx, later }: Posting,
  { clock, outsideMail }: CalendarDeps,
  { calendar, member, scheduleReply = true }: DeleteObject,
  existing: StoredObject,
): Promise<void> {
  // It was moved: what is in another calendar of theirs goes on.
  if (await otherCopy(trx, calendar, existing.uid)) return;
  const { tenantId, principalId } = calendar;
  const nowMs = clock.nowMs();
  const postman = new Postman(trx, { tenantId, uid: existing.uid, nowMs, outside: outsideMail });
  const { messages } = await schedule(trx, postman, {
    ...{ tenantId, nowMs, after: null, options: { scheduleReply } },
    owner: { principalId, addresses: await addressKeysOf(trx, principalId) },
    before: calendarIn(existing.raw),
    mayOnlySend: await mayOnlySend(trx, member, calendar),
  });
  const { meetingId } = existing;
  if (meetingId !== null)
    return later(await answerByCalendar(trx, { meetingId, principalId, nowMs }, messages));
  await postman.deliver(messages, { principalId });
  later(postman.pending);
}
