import { LRUCache } from 'lru-cache';
import { beginCalendars } from '../../commands/calendars/begin-calendars.ts';
import type { Member } from '../../queries/calendars/collections.ts';
import type { DavDeps } from './deps.ts';

const MOST_KNOWN = 100_000;

/** Whoever comes for the first time finds a calendar, an inbox and an outbox. */
export function homes(deps: DavDeps): (member: Member) => Promise<void> {
  const known = new LRUCache<string, true>({ max: MOST_KNOWN });
  return async (member) => {
    if (known.has(member.principalId)) return;
    await beginCalendars(deps, member, member);
    known.set(member.principalId, true);
  };
}
