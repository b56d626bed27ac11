import { Client } from 'pg';
import { expect, it } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { requireTool } from '../support/require-tool.ts';
import { tryService } from '../support/services.ts';
import { createTimeSkippingEnvironment } from '../support/time-skipping.ts';

const timeSkipping = await tryService('timeSkipping');

it('gives each test a migrated database of its own', async () => {
  const databases = await Promise.all([1, 2, 3].map(() => createTestDatabase()));
  expect(new Set(databases.map(({ url }) => url)).size).toBe(3);
  for (const database of databases) {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      "select count(*)::int as n from pg_tables where schemaname = 'public'",
    );
    expect((rows as { n: number }[])[0]!.n).toBeGreaterThan(0);
    await client.end();
    await database.drop();
  }
});

requireTool('the time-skipping server', timeSkipping.missing)('the time-skipping server', () => {
  it('skips days', async () => {
    const environment = await createTimeSkippingEnvironment();
    try {
      const before = await environment.currentTimeMs();
      await environment.sleep('48 hours');
      expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(48 * 3_600_000);
    } finally {
      await environment.teardown();
    }
  });
});
