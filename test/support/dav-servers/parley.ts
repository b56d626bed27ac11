import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { makePassword } from '../../../commands/app-passwords/manage-passwords.ts';
import { createPrincipal } from '../../../commands/principals/create-principal.ts';
import type { DavAccount, DavServer } from './dav-server.ts';

const OPERATOR = { kind: 'operator' } as const;

/** Members with a password for a program of theirs each; the user's name is their address. */
export interface ParleyMembers {
  accounts: DavAccount[];
  principalIdOf(account: DavAccount): string;
}

/** @param users addresses; the part before the @ is their name */
export async function addMembers(
  knex: Knex,
  tenantId: string,
  users: readonly string[],
): Promise<ParleyMembers> {
  const ids = new Map<string, string>();
  const accounts: DavAccount[] = [];
  for (const user of users) {
    const id = randomUUID();
    const name = user.split('@')[0]!;
    const member = { id, tenantId, name, addresses: [user], memberIds: [] };
    await createPrincipal({ knex }, OPERATOR, { ...member, kind: 'individual' });
    const whose = { tenantId, principalId: id };
    const { password } = await makePassword({ knex }, OPERATOR, whose, 'calendar');
    ids.set(user, id);
    accounts.push({ user, password });
  }
  return { accounts, principalIdOf: ({ user }) => ids.get(user)! };
}

/** What is served there, as a CalDAV server. */
export const asDavServer = (
  origin: string,
  { principalIdOf }: ParleyMembers,
  stop: () => Promise<void>,
): DavServer => ({
  name: 'Parley',
  origin,
  discoveryPath: '/dav/',
  homePath: (account) => `/dav/calendars/${principalIdOf(account)}/`,
  stop,
});
