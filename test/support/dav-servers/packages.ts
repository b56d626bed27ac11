import { existsSync } from 'node:fs';
import { silentProgress, type Progress } from '../../../workers/embedded/progress.ts';
import { runToEnd } from '../../../workers/embedded/run-to-end.ts';
import { install } from '../mail-servers/packages.ts';

export const CYRUS_MASTER = '/usr/lib/cyrus/bin/master';
const CYRUS_HTTPD = '/usr/lib/cyrus/bin/httpd';

/**
 * The system's Cyrus; where it is missing, the user is root and the system is Debian's, it is installed.
 *
 * @throws Error that says how to install it, or that it has to be started by root
 */
export async function provideCyrus(progress: Progress = silentProgress): Promise<string> {
  if (process.getuid?.() !== 0) throw new Error('Cyrus has to be started by root');
  const packages = ['cyrus-imapd', 'cyrus-caldav'];
  if (!hasCyrus()) await install(packages, 'Cyrus', progress);
  if (!hasCyrus()) throw new Error(`install Cyrus, on Debian: apt-get install ${packages.join(' ')}`);
  return CYRUS_MASTER;
}

const hasCyrus = () => [CYRUS_MASTER, CYRUS_HTTPD].every(existsSync);

const EVOLUTION = [
  '/usr/libexec/evolution-source-registry',
  '/usr/libexec/evolution-calendar-factory',
  '/usr/bin/dbus-run-session',
];
const EVOLUTION_PACKAGES = [
  'evolution-data-server',
  'gir1.2-ecal-2.0',
  'gir1.2-edataserver-1.2',
  'python3-gi',
  'dbus-daemon',
];
const IMPORTS = "import gi; gi.require_version('ECal', '2.0'); gi.require_version('EDataServer', '1.2')";

/** As for Cyrus: evolution-data-server, and what the system's Python needs to speak to it. */
export async function provideEvolution(progress: Progress = silentProgress): Promise<void> {
  if (!(await hasEvolution())) await install(EVOLUTION_PACKAGES, 'evolution-data-server', progress);
  if (await hasEvolution()) return;
  throw new Error(
    `install evolution-data-server, on Debian: apt-get install ${EVOLUTION_PACKAGES.join(' ')}`,
  );
}

const hasEvolution = async (): Promise<boolean> =>
  EVOLUTION.every(existsSync) && (await runToEnd('/usr/bin/python3', ['-c', IMPORTS])).code === 0;
