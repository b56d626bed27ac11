import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resolvePort } from '../../workers/embedded/ports.ts';
import { testEnvironment } from '../support/environment.ts';
import { requireTool } from '../support/require-tool.ts';
import { tryService } from '../support/services.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const temporal = await tryService('temporal');

/** The blocks of shell in a document, in order. */
const blocksOf = (file: string): string[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(
    ([, block = '']) => block,
  );

/** A checkout of its own: everything but the data is this one's. */
function checkout(): string {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'parley-first-steps-'));
  chmodSync(directory, 0o711); // as root: PostgreSQL's own user has to pass through
  for (const name of readdirSync(ROOT))
    if (!['.parley', '.git', 'test-results'].includes(name))
      symlinkSync(join(ROOT, name), join(directory, name));
  return directory;
}

requireTool('the Temporal server', temporal.missing)('whoever follows the documents', () => {
  const directory = checkout();
  let port: string;
  let env: NodeJS.ProcessEnv;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    port = String(await resolvePort('127.0.0.1', 0));
    const others = ['SMTP_IN_PORT', 'POSTGRES_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT'];
    env = testEnvironment({ PORT: port, ...Object.fromEntries(others.map((name) => [name, '0'])) });
    const child = spawn(process.execPath, ['bin/parley.js', 'serve'], {
      ...{ cwd: directory, env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    stop = async () => {
      child.kill('SIGINT');
      if (child.exitCode === null) await once(child, 'exit');
    };
    for await (const line of createInterface({ input: child.stdout }))
      if (/^Parley is ready/.test(line)) break;
    child.stdout.resume();
  }, 180_000);
  afterAll(async () => {
    await stop?.();
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  /** What a shell prints that is given blocks as they are written, but for the port. */
  async function shell(blocks: readonly string[]): Promise<string> {
    const script = ['set -e', ...blocks].join('\n').replaceAll('localhost:3000', `localhost:${port}`);
    const { stdout } = await promisify(execFile)('bash', ['-c', script], { cwd: directory, env });
    return stdout;
  }

  it('docs/first-steps.md: books, sees, lets others book, looks after and cancels a meeting', async () => {
    const [start, ...blocks] = blocksOf('docs/first-steps.md');
    expect(start).toBe('npm ci && npm start\n');
    // Without a network some parts are missing, and the doctor says so; that is not the reader's fault.
    const said = await shell(
      blocks.map((block) => block.replace(/^npx parley doctor$/m, '$& || [ $? = 1 ]')),
    );
    for (const word of [
      '"status":"scheduled"',
      '"what":"booked"',
      'First practice',
      '"slug":"olga"',
      '"title":"First lesson"',
      '"status":"cancelled"',
      'ill.',
    ])
      expect(said).toContain(word);
    expect(said).not.toContain('hanna@example.com');
  }, 300_000);

  it('README.md: books a meeting and makes a room', async () => {
    const blocks = blocksOf('README.md').filter((block) => block.includes('localhost:3000'));
    expect(blocks).toHaveLength(2);
    const said = await shell(['export KEY=pk_$(cat .parley/api-key)', ...blocks]);
    expect(said).toContain('"status":"scheduled"');
    expect(said).toContain('/room/max');
  }, 60_000);
});
