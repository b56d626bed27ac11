import { existsSync } from 'node:fs';
import { silentProgress, type Progress } from '../../../workers/embedded/progress.ts';
import { runToEnd } from '../../../workers/embedded/run-to-end.ts';

const DOVECOT = '/usr/sbin/dovecot';
const POSTFIX = '/usr/sbin/postfix';

/**
 * The system's Dovecot; where it is missing, the user is root and the system is Debian's, it is installed.
 *
 * @throws Error that says how to install it
 */
export async function provideDovecot(progress: Progress = silentProgress): Promise<string> {
  if (!hasDovecot()) await install(['dovecot-imapd', 'dovecot-lmtpd'], 'Dovecot', progress);
  if (!hasDovecot())
    throw new Error('install Dovecot, on Debian: apt-get install dovecot-imapd dovecot-lmtpd');
  return DOVECOT;
}

/** As for Dovecot. Postfix also has to be started by root. */
export async function providePostfix(progress: Progress = silentProgress): Promise<string> {
  if (process.getuid?.() !== 0) throw new Error('Postfix has to be started by root');
  if (!existsSync(POSTFIX)) await install(['postfix'], 'Postfix', progress);
  if (!existsSync(POSTFIX)) throw new Error('install Postfix, on Debian: apt-get install postfix');
  return POSTFIX;
}

const hasDovecot = () => [DOVECOT, '/usr/lib/dovecot/imap', '/usr/lib/dovecot/lmtp'].every(existsSync);

/** apt's own lock makes several at once wait for each other. */
export async function install(packages: string[], name: string, progress: Progress): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  await progress.step(`installing ${name}`, () => runToEnd('sh', ['-c', INSTALL, 'install', ...packages]));
}

/**
 * The packages would start servers of the system, on its own ports. A policy that refuses that (Debian's invoke-rc.d)
 * stands for as long as the installation takes, unless the system has one already.
 */
const INSTALL = `
  set -e
  export DEBIAN_FRONTEND=noninteractive
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\\nexit 101\\n' > "$policy"
    chmod 755 "$policy"
  fi
  apt-get update
  apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120 "$@"
`;
