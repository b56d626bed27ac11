import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { requireTool } from '../../support/require-tool.ts';
import { REASONS } from './report/reasons.ts';
import { readTable, told } from './report/table.ts';
import { pythonMissing } from './support/python-cases.ts';
import { shortcomings, testServer, type Report } from './support/server-tester.ts';
import { startTarget } from './support/targets.ts';

const documented = () =>
  readTable(readFileSync(new URL('../../../docs/clients.md', import.meta.url), 'utf8'));

const levels = (report: Report) =>
  Object.fromEntries(Object.entries(report).map(([name, feature]) => [name, told(feature)]));

requireTool('caldav-server-tester', await pythonMissing())('caldav-server-tester', () => {
  it('finds nothing short of full support but what has a reason, as docs/clients.md says', async () => {
    const target = await startTarget('Parley');
    try {
      const report = await testServer(target);
      expect(shortcomings(report)).toEqual(Object.keys(REASONS).sort());
      expect(levels(report)).toEqual(documented().parley);
    } finally {
      await target.stop();
    }
  }, 400_000);
});
