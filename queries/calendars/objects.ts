import {
  changesSince,
  type ChangesSince,
  type KnownVersion,
} from '../../adapters/postgres/calendars/changes.ts';
import {
  objectHeads,
  objectNamed,
  objectsNamed,
  type Narrowing,
  type ObjectHead,
  type StoredObject,
} from '../../adapters/postgres/calendars/stored-objects.ts';
import { demand } from '../../policies/missing-privilege.ts';
import type { QueryDeps } from '../deps.ts';
import type { SeenCollection } from './collections.ts';

export type { ChangesSince, KnownVersion } from '../../adapters/postgres/calendars/changes.ts';
export type {
  Narrowing,
  ObjectHead,
  StoredObject,
} from '../../adapters/postgres/calendars/stored-objects.ts';

type Deps = Pick<QueryDeps, 'knex'>;

/** One object, with its text. @throws MissingPrivilege */
export function objectFor(
  { knex }: Deps,
  calendar: SeenCollection,
  name: string,
): Promise<StoredObject | null> {
  demand(calendar, 'read');
  return objectNamed(knex, calendar.id, name);
}

/** Those of the names that there are, in no order. @throws MissingPrivilege */
export function objectsOf(
  { knex }: Deps,
  calendar: SeenCollection,
  names: readonly string[],
): Promise<StoredObject[]> {
  demand(calendar, 'read');
  return objectsNamed(knex, calendar.id, names);
}

/** All that may be in a range, by name, without their texts. @throws MissingPrivilege */
export function headsWithin(
  { knex }: Deps,
  calendar: SeenCollection,
  narrowing: Narrowing = {},
): Promise<ObjectHead[]> {
  demand(calendar, 'read');
  return objectHeads(knex, calendar.id, narrowing);
}

/** What changed since somebody looked; null: nobody knows that any more. @throws MissingPrivilege */
export function changesFor(
  { knex }: Deps,
  calendar: SeenCollection,
  known: KnownVersion,
  most: number,
): Promise<ChangesSince | null> {
  demand(calendar, 'read');
  return changesSince(knex, calendar.id, known, most);
}
