import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePort } from '../../../workers/embedded/ports.ts';
import { startService } from '../../../workers/embedded/service.ts';
import { untilAnswers } from './answers.ts';
import type { DavAccount, DavServer } from './dav-server.ts';
import { providePythonTools } from './python-tools.ts';

/**
 * A Radicale of one's own on a free port of loopback, which writes through to the disk.
 *
 * @param options.directory an empty directory
 * @throws Error when it is not there and cannot be installed, or does not start
 */
export async function startRadicale(options: {
  directory: string;
  accounts: readonly DavAccount[];
}): Promise<DavServer> {
  const { directory, accounts } = options;
  const bin = await providePythonTools();
  const port = await resolvePort('127.0.0.1', 0);
  mkdirSync(join(directory, 'collections'));
  const users = join(directory, 'users');
  writeFileSync(users, accounts.map(({ user, password }) => `${user}:${password}\n`).join(''));
  const config = join(directory, 'radicale.conf');
  writeFileSync(config, radicaleConf({ port, users, collections: join(directory, 'collections') }));
  const service = await startService({
    command: join(bin, 'radicale'),
    args: ['--config', config],
    logFile: join(directory, 'radicale.log'),
    stopSignal: 'SIGTERM',
    killSignal: 'SIGKILL',
    patienceMs: 5_000,
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswers(origin, service);
  return {
    name: 'Radicale',
    origin,
    discoveryPath: '/',
    homePath: ({ user }) => `/${user}/`,
    stop: () => service.stop(),
  };
}

/** Its defaults, but for the limits that a full calendar would meet. */
const radicaleConf = (paths: { port: number; users: string; collections: string }): string => `
[server]
hosts = 127.0.0.1:${paths.port}
timeout = 600
max_content_length = 100000000
max_resource_size = 100000000
[auth]
type = htpasswd
htpasswd_filename = ${paths.users}
htpasswd_encryption = plain
cache_logins = True
[storage]
filesystem_folder = ${paths.collections}
[reporting]
max_freebusy_occurrence = 1000000
[logging]
level = error
`;
