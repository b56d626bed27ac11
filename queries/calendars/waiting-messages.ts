import type { QueryDeps } from '../deps.ts';
import { collectionFor, type Member, type SeenCollection } from './collections.ts';
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
  /** Nothing shows that it is from who it says. */
  isUnconfirmed: boolean;
}

const WAITING: ReadonlySet<ScheduleMessage['status']> = new Set(['unread', 'proposed', 'unconfirmed']);
const MOST = 200;

/** A member's own; null: they keep no calendar here. */
export async function inboxFor(
  deps: Pick<QueryDeps, 'knex'>,
  member: Member,
): Promise<SeenCollection | null> {
  const inbox = await collectionFor(deps, member, { principalId: member.principalId, segment: 'inbox' });
  return inbox?.kind === 'inbox' ? inbox : null;
}

/** The newest first; none where somebody keeps no calendar here. */
export async function waitingMessagesOf(
  deps: Pick<QueryDeps, 'knex'>,
  member: Member,
): Promise<WaitingMessage[]> {
  const inbox = await inboxFor(deps, member);
  if (!inbox) return [];
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
  isUnconfirmed: status === 'unconfirmed',
  ...gistOf(raw, timezone, { isMessage: true }),
});

function kindOf(method: string, status: ScheduleMessage['status']): WaitingMessage['kind'] {
  if (status === 'proposed') return 'proposal';
  if (method === 'REQUEST' || method === 'ADD') return 'invitation';
  return method === 'CANCEL' ? 'cancellation' : 'other';
}
