import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCyrus } from '../../test/support/dav-servers/cyrus.ts';
import {
  authorizationOf,
  type DavAccount,
  type DavServer,
} from '../../test/support/dav-servers/dav-server.ts';
import { startRadicale } from '../../test/support/dav-servers/radicale.ts';

/** A server with somebody's account on it, whose calendars are measured. */
export interface Target {
  name: string;
  origin: string;
  /** The path of a calendar of this name. */
  calendar(segment: string): string;
  authorization: string;
  stop(): Promise<void>;
}

const ANNA: DavAccount = { user: 'anna', password: 'secret' };

export const targetOf = (server: DavServer, account: DavAccount): Target => ({
  name: server.name,
  origin: server.origin,
  calendar: (segment) => `${server.homePath(account)}${segment}/`,
  authorization: authorizationOf(account),
  stop: () => server.stop(),
});

/** @throws Error when one of them is not there */
export async function startPeers(): Promise<{ cyrus: Target; radicale: Target; stop(): Promise<void> }> {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'parley-bench-peers-'));
  chmodSync(directory, 0o711); // Cyrus' own user has to pass through
  const inside = (name: string) => {
    mkdirSync(join(directory, name));
    return join(directory, name);
  };
  const cyrus = await startCyrus({ directory: inside('cyrus'), accounts: [ANNA] });
  const radicale = await startRadicale({ directory: inside('radicale'), accounts: [ANNA] });
  return {
    cyrus: targetOf(cyrus, ANNA),
    radicale: targetOf(radicale, ANNA),
    async stop() {
      await Promise.all([cyrus.stop(), radicale.stop()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
