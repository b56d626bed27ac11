import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideEvolution } from '../../support/dav-servers/packages.ts';
import { runProgram } from '../../support/run-program.ts';
import { testPythonProgram } from './support/python-cases.ts';
import type { ClientTarget } from './support/targets.ts';

const SERVICES = '/usr/share/dbus-1/services';

const missing = await provideEvolution().then(
  () => undefined,
  (error: Error) => error.message,
);

const CALENDARS = [
  'finds the calendars of the account',
  'brings what is in the calendar',
  'creates changes and deletes an event',
  'follows what changes on the server',
  'changes one instance of a series',
];
const SCHEDULING = [
  'knows the address of the account',
  'invites somebody',
  'answers an invitation',
  'asks when somebody else is free',
];

await testPythonProgram(
  'evolution-data-server',
  {
    name: 'evolution',
    cases: [...CALENDARS, ...SCHEDULING],
    // It keeps calendars only.
    not: { Radicale: SCHEDULING },
    start: (target, script, described) =>
      runProgram('dbus-run-session', [...bus(target), '/usr/bin/python3', script, described], {
        cwd: target.directory,
        env: {
          ...homes(target.directory),
          GSETTINGS_BACKEND: 'memory',
          // Else no network is there without a default route, and nothing is asked of the server.
          GIO_USE_NETWORK_MONITOR: 'base',
        },
      }),
  },
  missing,
);

function homes(directory: string): Record<string, string> {
  const names = {
    XDG_RUNTIME_DIR: 'run',
    XDG_CONFIG_HOME: 'config',
    XDG_DATA_HOME: 'data',
    XDG_CACHE_HOME: 'cache',
  };
  return Object.fromEntries(
    Object.entries(names).map(([variable, name]) => {
      mkdirSync(join(directory, name), { recursive: true, mode: 0o700 });
      return [variable, join(directory, name)];
    }),
  );
}

/** A session bus that starts nothing but evolution-data-server: a keyring would ask somebody for its password. */
function bus({ directory }: ClientTarget): string[] {
  const services = join(directory, 'services');
  mkdirSync(services);
  for (const name of readdirSync(SERVICES).filter((file) =>
    file.startsWith('org.gnome.evolution.dataserver.'),
  ))
    cpSync(join(SERVICES, name), join(services, name));
  const config = join(directory, 'bus.conf');
  writeFileSync(config, busConfig(services));
  return [`--config-file=${config}`, '--'];
}

const busConfig = (services: string): string => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
