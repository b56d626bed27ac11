import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { resolvePort } from '../../../workers/embedded/ports.ts';
import { startService } from '../../../workers/embedded/service.ts';
import { untilAnswers } from './answers.ts';
import { cyrusConf, imapdConf } from './cyrus-config.ts';
import type { DavAccount, DavServer } from './dav-server.ts';
import { provideCyrus } from './packages.ts';

/**
 * A Cyrus of one's own on free ports of loopback, run as Debian's user for it, which writes through to the disk as it does
 * everywhere. Any password is right.
 *
 * @param options.directory an empty directory that others may pass through
 * @throws Error when Cyrus is not there and cannot be installed, or does not start
 */
export async function startCyrus(options: {
  directory: string;
  accounts: readonly DavAccount[];
}): Promise<DavServer> {
  const { directory, accounts } = options;
  const command = await provideCyrus();
  const user = cyrusUser();
  const ports = { http: await resolvePort('127.0.0.1', 0), imap: await resolvePort('127.0.0.1', 0) };
  chmodSync(directory, 0o711);
  const own = join(directory, 'cyrus');
  for (const path of [own, ...['conf', 'spool', 'run'].map((name) => join(own, name))]) {
    mkdirSync(path);
    chownSync(path, user.uid, user.gid);
  }
  const paths = { imapd: join(directory, 'imapd.conf'), cyrus: join(directory, 'cyrus.conf') };
  writeFileSync(paths.imapd, imapdConf(own));
  writeFileSync(paths.cyrus, cyrusConf(ports, paths.imapd));
  const service = await startService({
    command,
    args: ['-C', paths.imapd, '-M', paths.cyrus, '-p', join(own, 'run', 'master.pid'), '-D'],
    logFile: join(directory, 'cyrus.log'),
    user,
    // Both make it end its children; SIGKILL would leave them.
    stopSignal: 'SIGTERM',
    killSignal: 'SIGTERM',
    patienceMs: 10_000,
  });
  const origin = `http://127.0.0.1:${ports.http}`;
  await untilAnswers(origin, service);
  for (const account of accounts) await logIn(ports.imap, account);
  return {
    name: 'Cyrus',
    origin,
    discoveryPath: '/dav/',
    homePath: (account) => `/dav/calendars/user/${account.user}/`,
    stop: () => service.stop(),
  };
}

function cyrusUser(): { uid: number; gid: number } {
  const [, , uid, gid] = /^cyrus:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))![0].split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Somebody's first IMAP login makes their mailbox, without which there is no calendar home. */
function logIn(port: number, { user, password }: DavAccount): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.on('data', (chunk) => {
      const isGreeting = said === '';
      said += chunk.toString();
      if (isGreeting) socket.write(`a LOGIN ${user} ${password}\r\nb LOGOUT\r\n`);
    });
    socket.once('error', reject);
    socket.once('close', () => {
      if (/^a OK/m.test(said)) resolve();
      else reject(new Error(`Cyrus did not let ${user} in: ${said.trim()}`));
    });
  });
}
