import { randomUUID } from 'node:crypto';
import { testService } from './services.ts';
import { execute } from './sql.ts';

export interface TestDatabase {
  /** As the schema's owner. */
  url: string;
  /** Also ends connections that are still open. */
  drop(): Promise<void>;
}

/** A migrated database of one's own; any number of tests may ask at the same time. */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const adminUrl = await testService('postgres');
  const template = options.empty ? 'template1' : await testService('template');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await execute(adminUrl, `create database ${name} template ${template}`);
  return {
    url: adminUrl.replace(/\/postgres$/, `/${name}`),
    drop: () => execute(adminUrl, `drop database if exists ${name} with (force)`),
  };
}
