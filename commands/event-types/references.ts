import type { Knex } from 'knex';
import { isScheduleFor } from '../../adapters/postgres/booking/own-schedule.ts';
import { kindsOf, type PrincipalKind } from '../../adapters/postgres/people/principals.ts';
import { randomLetters } from '../../adapters/secrets/random-letters.ts';
import { todayAnywhere } from '../../domain/availability/own-days.ts';
import type { EventType, EventTypeSettings, Question } from '../../domain/booking/event-type.ts';
import { pastWindowProblem, settingsProblem } from '../../domain/booking/event-type-rules.ts';
import { withKeys, type AskedQuestion } from '../../domain/booking/question-keys.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { InvalidInput } from '../invalid-input.ts';

type Named = Pick<EventType, 'id' | 'tenantId' | 'ownerId'>;

/**
 * @param before as it was; null: it is new
 * @throws InvalidInput where the fields do not go with each other, or with today
 */
export function requireSettings(
  settings: EventTypeSettings,
  before: EventTypeSettings | null,
  nowMs: Instant,
): void {
  const found = settingsProblem(settings) ?? pastWindowProblem(settings, before, todayAnywhere(nowMs));
  if (found) throw new InvalidInput(found.field, found.problem);
}

/** @throws InvalidInput for a key that none of the questions before had */
export function questionsOf(asked: readonly AskedQuestion[], before: readonly Question[]): Question[] {
  const questions = withKeys(asked, before, () => randomLetters(10));
  if (Array.isArray(questions)) return questions;
  throw new InvalidInput(
    `questions.${questions.unknownAt}.key`,
    'must be the key of a question that is there, once; a new one is given its own',
  );
}

/**
 * Looks up whom and what an event type names.
 *
 * @param named what of it is new; what is left out is not looked at
 * @throws InvalidInput naming the field
 */
export async function requireReferences(
  trx: Knex.Transaction,
  eventType: Named,
  named: Partial<Pick<EventTypeSettings, 'hosts' | 'resourceIds' | 'roomId' | 'scheduleId'>>,
): Promise<void> {
  const { hosts = [], resourceIds = [], roomId = null, scheduleId = null } = named;
  const wanted: [string, PrincipalKind, string][] = [
    ...hosts.map(({ principalId }, at): (typeof wanted)[0] => [
      principalId,
      'individual',
      `hosts.${at}.principalId`,
    ]),
    ...resourceIds.map((id, at): (typeof wanted)[0] => [id, 'resource', `resourceIds.${at}`]),
    ...(roomId === null ? [] : [[roomId, 'room', 'roomId'] satisfies (typeof wanted)[0]]),
  ];
  const kinds = await kindsOf(
    trx,
    eventType.tenantId,
    wanted.map(([id]) => id),
  );
  for (const [id, kind, field] of wanted)
    if (kinds.get(id.toLowerCase()) !== kind)
      throw new InvalidInput(field, `must be a ${WORDS[kind]} of the tenant`);
  if (scheduleId !== null && !(await isScheduleFor(trx, scheduleId, eventType)))
    throw new InvalidInput('scheduleId', 'must be a schedule of the owner');
}

const WORDS: Record<PrincipalKind, string> = {
  individual: 'member',
  resource: 'resource',
  room: 'room',
  group: 'group',
};
