import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DavAccount, DavServer } from '../../../support/dav-servers/dav-server.ts';
import { addMembers, asDavServer } from '../../../support/dav-servers/parley.ts';
import { startRadicale } from '../../../support/dav-servers/radicale.ts';
import { startRecordedApi } from '../../../api/support/served-api.ts';

/** Servers that the clients' programs run against. Radicale shows that a program that fails with Parley can pass. */
export const TARGETS = ['Parley', 'Radicale'] as const;
export type TargetName = (typeof TARGETS)[number];

export interface ClientAccount extends DavAccount {
  address: string;
}

export interface ClientTarget {
  server: DavServer;
  /** Where a client begins to look. */
  url: string;
  accounts: ClientAccount[];
  /** An empty one, for what a client keeps. */
  directory: string;
  stop(): Promise<void>;
}

const NAMES = ['anna', 'ben', 'carla'];
const addressOf = (name: string): string => `${name}@example.org`;

/** One of its own, with three accounts that have no calendar of their own making yet. */
export async function startTarget(name: TargetName): Promise<ClientTarget> {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'parley-clients-'));
  const directory = join(root, 'client');
  mkdirSync(directory);
  const { server, accounts } = await (name === 'Parley' ? startParley() : startOther(root));
  return {
    server,
    url: `${server.origin}${server.discoveryPath}`,
    accounts,
    directory,
    async stop() {
      await server.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

interface Started {
  server: DavServer;
  accounts: ClientAccount[];
}

async function startParley(): Promise<Started> {
  const api = await startRecordedApi();
  const members = await addMembers(api.knex, api.tenant.id, NAMES.map(addressOf));
  const accounts = members.accounts.map((account) => ({ ...account, address: account.user }));
  return { server: asDavServer(api.url, members, () => api.stop()), accounts };
}

async function startOther(root: string): Promise<Started> {
  const directory = join(root, 'server');
  mkdirSync(directory);
  const accounts = NAMES.map((user) => ({ user, password: 'secret', address: addressOf(user) }));
  return { server: await startRadicale({ directory, accounts }), accounts };
}
