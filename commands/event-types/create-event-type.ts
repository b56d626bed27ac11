import type { Knex } from 'knex';
import { eventTypeById, formerEventType } from '../../adapters/postgres/booking/event-types.ts';
import { ensureProfile } from '../../adapters/postgres/booking/first-profile.ts';
import { countEventTypes, insertEventType } from '../../adapters/postgres/booking/write-event-type.ts';
import type { EventType, EventTypeSettings } from '../../domain/booking/event-type.ts';
import { DEFAULT_SETTINGS, MOST_EVENT_TYPES } from '../../domain/booking/event-type-rules.ts';
import type { AskedQuestion } from '../../domain/booking/question-keys.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';
import { requireOwner } from '../principals/references.ts';
import { questionsOf, requireReferences, requireSettings } from './references.ts';
import { TooManyEventTypes } from './refusals.ts';

type Needed = Pick<EventTypeSettings, 'slug' | 'title' | 'lengthsMinutes'>;

/** What is left out is as `DEFAULT_SETTINGS` says; its owner is its host. */
export type NewEventType = Needed &
  Pick<EventType, 'id' | 'tenantId' | 'ownerId'> & {
    [K in Exclude<keyof EventTypeSettings, keyof Needed | 'questions'>]?: EventTypeSettings[K] | undefined;
  } & { questions?: readonly AskedQuestion[] | undefined };

/**
 * Makes something that can be booked; the same id again finds the one made before. With their first one a member gets a
 * booking profile.
 *
 * @throws NotPermitted
 * @throws InvalidInput naming the field
 * @throws SlugTaken by another one of the owner; TooManyEventTypes
 */
export async function createEventType(
  { knex, clock }: Pick<CommandDeps, 'knex' | 'clock'>,
  actor: Actor,
  { id, tenantId, ownerId, ...wanted }: NewEventType,
): Promise<EventType> {
  permit(actor, 'event-types.create', { tenantId, id: ownerId }, 'The member');
  const named = { id, tenantId, ownerId };
  return knex.transaction(async (trx) => {
    const before = await formerEventType(trx, tenantId, id);
    if (before) return before;
    await requireOwner(trx, tenantId, ownerId);
    const settings = settingsOf(ownerId, wanted);
    requireSettings(settings, null, clock.nowMs());
    await requireReferences(trx, named, settings);
    await requireRoomForOne(trx, ownerId);
    await ensureProfile(trx, { tenantId, principalId: ownerId });
    await insertEventType(trx, named, settings);
    const made = await eventTypeById(trx, tenantId, id);
    if (!made) throw new Error('the event type was not made');
    return made;
  });
}

/** @throws InvalidInput for a question that names a key */
function settingsOf(
  ownerId: string,
  { questions = [], hosts, ...wanted }: Omit<NewEventType, 'id' | 'tenantId' | 'ownerId'>,
): EventTypeSettings {
  const said = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  return {
    ...DEFAULT_SETTINGS,
    ...(said as typeof wanted & Needed),
    questions: questionsOf(questions, []),
    hosts: hosts ?? [{ principalId: ownerId, priority: 0, weight: 1 }],
  } as EventTypeSettings;
}

/** @throws TooManyEventTypes */
export async function requireRoomForOne(trx: Knex.Transaction, ownerId: string): Promise<void> {
  if ((await countEventTypes(trx, ownerId)) >= MOST_EVENT_TYPES) throw new TooManyEventTypes();
}
