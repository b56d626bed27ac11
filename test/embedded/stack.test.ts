import { Connection } from '@temporalio/client';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client as PgClient } from 'pg';
import { describe, expect, it } from 'vitest';
import { prepareCluster } from '../../workers/embedded/postgres-cluster.ts';
import { findByArguments } from '../../workers/embedded/processes.ts';
import { tryService } from '../support/services.ts';
import { requireTool } from '../support/require-tool.ts';
import { failureOf, occupiedPort, runStack, temporaryDirectory } from './helpers.ts';

const temporal = await tryService('temporal');

const serversOf = (dataDir: string) => [
  ...findByArguments('-D', join(dataDir, 'postgres')),
  ...findByArguments('--db-filename', join(dataDir, 'temporal.db')),
];

async function sql<T>(url: string, statement: string): Promise<T[]> {
  const client = new PgClient({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as T[];
  } finally {
    await client.end();
  }
}

async function namespaces(address: string): Promise<unknown[]> {
  const connection = await Connection.connect({ address });
  try {
    const { namespaces: found } = await connection.workflowService.listNamespaces({});
    return found.map((each) => each.namespaceInfo?.name);
  } finally {
    await connection.close();
  }
}

async function registerNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address });
  const workflowExecutionRetentionPeriod = { seconds: 86_400 as never };
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  await connection.close();
}

requireTool('the Temporal server', temporal.missing)('the embedded servers', () => {
  it('go on after a SIGKILL with the same data, without what was left running', async () => {
    const dataDir = join(temporaryDirectory(), 'data');
    const first = await runStack({ PARLEY_DATA_DIR: dataDir });
    await sql(first.databaseUrl, 'create table kept as select 42 as answer');
    await registerNamespace(first.temporalAddress, 'kept');
    const before = serversOf(dataDir);
    expect(before).toHaveLength(2);
    first.process.kill('SIGKILL');
    expect(await first.exited).toBe('SIGKILL');
    expect(serversOf(dataDir)).toEqual(before);

    const second = await runStack({ PARLEY_DATA_DIR: dataDir });
    expect(serversOf(dataDir).filter((pid) => before.includes(pid))).toEqual([]);
    expect(await sql(second.databaseUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(await namespaces(second.temporalAddress)).toContain('kept');
    expect(second.secretKey).toBe(first.secretKey);
    second.process.kill('SIGTERM');
    expect(await second.exited).toBe(0);
    expect(serversOf(dataDir)).toEqual([]);
  });

  it('end with one Ctrl-C, which reaches the whole process group and twice under npm', async () => {
    const dataDir = join(temporaryDirectory(), 'data');
    const stack = await runStack({ PARLEY_DATA_DIR: dataDir });
    process.kill(-stack.process.pid!, 'SIGINT');
    stack.process.kill('SIGINT');
    expect(await stack.exited).toBe(0);
    expect(serversOf(dataDir)).toEqual([]);
    expect(readdirSync(dataDir)).not.toContain('parley.lock');
  });

  it('refuse a second start on the same directory', async () => {
    const dataDir = join(temporaryDirectory(), 'data');
    const first = await runStack({ PARLEY_DATA_DIR: dataDir });
    const failure = await failureOf(runStack({ PARLEY_DATA_DIR: dataDir }));
    expect(failure.message).toBe(`Parley is already running on ${dataDir} (process ${first.process.pid}).\n`);
    first.process.kill('SIGTERM');
    expect(await first.exited).toBe(0);
  });

  it('do not start at all when a port is in use', async () => {
    const dataDir = join(temporaryDirectory(), 'data');
    const port = String(await occupiedPort());
    const failure = await failureOf(runStack({ PARLEY_DATA_DIR: dataDir, TEMPORAL_UI_PORT: port }));
    expect(failure.message).toBe(
      `Port ${port} is in use by another program; set TEMPORAL_UI_PORT to another one.\n`,
    );
    expect(serversOf(dataDir)).toEqual([]);
  });

  it('stop what is already up when another part fails', async () => {
    const dataDir = join(temporaryDirectory(), 'data');
    const first = await runStack({ PARLEY_DATA_DIR: dataDir });
    first.process.kill('SIGTERM');
    await first.exited;
    chmodSync(join(dataDir, 'postgres'), 0o777); // PostgreSQL refuses a directory that others may write
    const failure = await failureOf(runStack({ PARLEY_DATA_DIR: dataDir }));
    expect(failure.message).toMatch(/^PostgreSQL did not start: .*[pP]ermissions/);
    expect(serversOf(dataDir)).toEqual([]);
  });
});

describe.runIf(process.getuid?.() === 0)('PostgreSQL as root', () => {
  it('says which directory its own user may not pass through', async () => {
    const closed = join(temporaryDirectory(), 'home');
    mkdirSync(join(closed, 'data'), { recursive: true });
    chmodSync(closed, 0o700);
    const failure = await failureOf(prepareCluster(join(closed, 'data', 'postgres'), 'secret'));
    expect(failure.code).toBe('not_traversable');
    expect(failure.message).toContain('may not pass through');
  });
});
