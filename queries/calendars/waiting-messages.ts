import type { QueryDeps } from '../deps.ts';
import { collectionFor, type Member } from './collections.ts';
import { gistOf, type Gist } from './gist.ts';
import { messagesFor, type ScheduleMessage } from './messages.ts';

/** A message in somebody's inbox that they have not seen to. */
export interface WaitingMessage extends Gist {
  id: string;
  /** The last part of its address. */
  name: string;
  kind: 'invitation' | 'proposal' | 'cancellation' | 'other';
  /** The address that it came from. */
  sender: string;
  arrivedAt: Date;
}

const WAITING: ReadonlySet<ScheduleMessage['status']> = new Set(['unread', 'proposed']);
const MOST = 200;

/** The newest first; none where somebody keeps no calendar here. */
export async function waitingMessagesOf(
  deps: Pick<QueryDeps, 'knex'>,
  member: Member,
): Promise<WaitingMessage[]> {
  const inbox = await collectionFor(deps, member, { principalId: member.principalId, segment: 'inbox' });
  if (inbox?.kind !== 'inbox') return [];
  const waiting = (await messagesFor(deps, inbox)).filter(({ status }) => WAITING.has(status));
  return waiting
    .reverse()
    .slice(0, MOST)
    .map((message) => read(message, inbox.timezone));
}

const read = (
  { id, name, method, sender, status, raw, createdAt }: ScheduleMessage,
  timezone: string,
): WaitingMessage => ({
  ...{ id, name, sender, arrivedAt: createdAt, kind: kindOf(method, status) },
  ...gistOf(raw, timezone, { isMessage: true }),
});

function kindOf(method: string, status: ScheduleMessage['status']): WaitingMessage['kind'] {
  if (status === 'proposed') return 'proposal';
  if (method === 'REQUEST' || method === 'ADD') return 'invitation';
  return method === 'CANCEL' ? 'cancellation' : 'other';
}
