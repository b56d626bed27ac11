import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { it } from 'vitest';
import { testServer, type Report } from '../support/server-tester.ts';
import { startTarget, type TargetName } from '../support/targets.ts';
import { tableOf, withTable } from './table.ts';

const CLIENTS = new URL('../../../../docs/clients.md', import.meta.url).pathname;

it('writes the report of both servers into docs/clients.md', async () => {
  const reports = { parley: await reportOf('Parley'), radicale: await reportOf('Radicale') };
  const markdown = withTable(readFileSync(CLIENTS, 'utf8'), tableOf(reports));
  const options = await resolveConfig(CLIENTS);
  writeFileSync(CLIENTS, await format(markdown, { ...options, filepath: CLIENTS }));
}, 600_000);

async function reportOf(name: TargetName): Promise<Report> {
  const target = await startTarget(name);
  try {
    return await testServer(target);
  } finally {
    await target.stop();
  }
}
