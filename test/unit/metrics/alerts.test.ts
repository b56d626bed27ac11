import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { promtool, promtoolMissing } from '../../support/promtool.ts';
import { requireTool } from '../../support/require-tool.ts';

const CASES = new URL('../../fixtures/alerts/', import.meta.url);
const files = readdirSync(CASES);
const cases = files.map((file) => readFileSync(new URL(file, CASES), 'utf8')).join('\n');
const rules = readFileSync(new URL('../../../docs/alerts.yml', import.meta.url), 'utf8');
const alerts = [...rules.matchAll(/- alert: (\S+)/g)].map(([, name = '']) => name);

describe('the alerts', () => {
  it.each(alerts)('%s has a case in which it fires, and one in which it does not', (name) => {
    const written = [...cases.matchAll(/- name: (\S+) (fires|is silent)/g)].map(
      ([, alert, does]) => `${alert} ${does}`,
    );
    for (const does of ['fires', 'is silent']) expect(written).toContain(`${name} ${does}`);
    expect(cases).toContain(`ALERTS{alertname="${name}", alertstate="firing"`);
  });
});

requireTool('promtool', await promtoolMissing())('Prometheus’s own tool', () => {
  it.each(files)('lets them fire when they should, and only then: %s', async (file) => {
    const { ok, says } = await promtool(['test', 'rules', fileURLToPath(new URL(file, CASES))]);
    expect(says).toContain('SUCCESS');
    expect(ok).toBe(true);
  });
});
