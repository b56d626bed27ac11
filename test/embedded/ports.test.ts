import { expect, it } from 'vitest';
import { checkPorts, resolvePort } from '../../workers/embedded/ports.ts';
import { failureOf, occupiedPort } from './helpers.ts';

const host = '127.0.0.1';

it('names the setting of a port that is in use', async () => {
  const port = await occupiedPort();
  const failure = await failureOf(checkPorts([{ host, port, variable: 'PORT' }]));
  expect(failure.message).toBe(`Port ${port} is in use by another program; set PORT to another one.`);
  expect(failure.code).toBe('port_in_use');
});

it('names both settings that ask for the same port', async () => {
  const port = await resolvePort(host, 0);
  const wanted = ['PORT', 'TEMPORAL_PORT'].map((variable) => ({ host, port, variable }));
  expect((await failureOf(checkPorts(wanted))).message).toMatch(/TEMPORAL_PORT and PORT are both \d+/);
});

it('lets free ports and port 0 pass', async () => {
  const port = await resolvePort(host, 0);
  await checkPorts([
    { host, port, variable: 'A' },
    { host, port: 0, variable: 'B' },
    { host, port: 0, variable: 'C' },
  ]);
});
