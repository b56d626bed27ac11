import {
  messageNamed,
  messagesIn,
  type ScheduleMessage,
} from '../../adapters/postgres/calendars/messages.ts';
import { demand } from '../../policies/missing-privilege.ts';
import type { QueryDeps } from '../deps.ts';
import type { SeenCollection } from './collections.ts';

export type { ScheduleMessage } from '../../adapters/postgres/calendars/messages.ts';

type Deps = Pick<QueryDeps, 'knex'>;

/** What arrived, the oldest first. @throws MissingPrivilege */
export function messagesFor({ knex }: Deps, inbox: SeenCollection): Promise<ScheduleMessage[]> {
  demand(inbox, 'read');
  return messagesIn(knex, inbox.id);
}

/** @throws MissingPrivilege */
export function messageFor(
  { knex }: Deps,
  inbox: SeenCollection,
  name: string,
): Promise<ScheduleMessage | null> {
  demand(inbox, 'read');
  return messageNamed(knex, inbox.id, name);
}
