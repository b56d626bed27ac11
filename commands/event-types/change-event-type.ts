import type { Knex } from 'knex';
import {
  eventTypeById,
  formerEventType,
  lockedEventType,
} from '../../adapters/postgres/booking/event-types.ts';
import {
  detachSchedule,
  dropUnusedSchedule,
  inheritSchedule,
} from '../../adapters/postgres/booking/own-schedule.ts';
import {
  bringBackEventType,
  removeEventType,
  updateEventType,
} from '../../adapters/postgres/booking/write-event-type.ts';
import type { EventType, EventTypeSettings } from '../../domain/booking/event-type.ts';
import type { AskedQuestion } from '../../domain/booking/question-keys.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { NamedEventType } from '../../queries/event-types.ts';
import type { CommandDeps } from '../deps.ts';
import { requireRoomForOne } from './create-event-type.ts';
import { questionsOf, requireReferences, requireSettings } from './references.ts';

/** What is left out stays; lists, the window and the reminders are put whole. */
export type EventTypeChanges = {
  [K in Exclude<keyof EventTypeSettings, 'questions'>]?: EventTypeSettings[K] | undefined;
} & { questions?: readonly AskedQuestion[] | undefined };

type Deps = Pick<CommandDeps, 'knex'>;

/**
 * Changes what can be booked from now on; meetings that are booked stay as they are. A schedule of its own is gone once it
 * has another one.
 *
 * @throws NotPermitted also where there is none of this id
 * @throws InvalidInput naming the field
 * @throws SlugTaken by another one of the owner
 */
export async function changeEventType(
  { knex, clock }: Deps & Pick<CommandDeps, 'clock'>,
  actor: Actor,
  named: NamedEventType,
  { questions, ...changes }: EventTypeChanges,
): Promise<EventType> {
  return withEventType(knex, actor, named, async (trx, before) => {
    const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const settings: EventTypeSettings = {
      ...before,
      ...said,
      ...(questions && { questions: questionsOf(questions, before.questions) }),
    };
    requireSettings(settings, before, clock.nowMs());
    await requireReferences(trx, before, said);
    await updateEventType(trx, before, settings);
    await dropUnusedSchedule(trx, before.id);
  });
}

/** Gives it a schedule of its own, with the hours that counted for it until now. @throws NotPermitted */
export const detachEventType = ({ knex }: Deps, actor: Actor, named: NamedEventType): Promise<EventType> =>
  withEventType(knex, actor, named, detachSchedule);

/** Lets the default schedules of its hosts count for it. @throws NotPermitted */
export const inheritEventType = ({ knex }: Deps, actor: Actor, named: NamedEventType): Promise<EventType> =>
  withEventType(knex, actor, named, inheritSchedule);

/** Deletes it: its meetings stay, and its slug is free. @throws NotPermitted also where there is none */
export async function deleteEventType({ knex }: Deps, actor: Actor, named: NamedEventType): Promise<void> {
  await knex.transaction(async (trx) => {
    const before = await lockedEventType(trx, named.tenantId, named.id);
    await removeEventType(trx, permit(actor, 'event-type.change', before, WHAT));
  });
}

/**
 * Brings back one that was deleted, as it was; one that is there stays as it is.
 *
 * @throws NotPermitted
 * @throws SlugTaken meanwhile, by another one of the owner; TooManyEventTypes
 */
export async function restoreEventType(
  { knex }: Deps,
  actor: Actor,
  { tenantId, id }: NamedEventType,
): Promise<EventType> {
  return knex.transaction(async (trx) => {
    const former = permit(actor, 'event-type.change', await formerEventType(trx, tenantId, id), WHAT);
    const there = await eventTypeById(trx, tenantId, id);
    if (there) return there;
    await requireRoomForOne(trx, former.ownerId);
    await bringBackEventType(trx, former);
    return former;
  });
}

const WHAT = 'The event type';

/** Does something to an event type that nobody else changes meanwhile. @returns it as it is then */
async function withEventType(
  knex: Knex,
  actor: Actor,
  { tenantId, id }: NamedEventType,
  change: (trx: Knex.Transaction, before: EventType) => Promise<void>,
): Promise<EventType> {
  return knex.transaction(async (trx) => {
    const before = permit(actor, 'event-type.change', await lockedEventType(trx, tenantId, id), WHAT);
    await change(trx, before);
    return (await eventTypeById(trx, tenantId, id)) ?? before;
  });
}
