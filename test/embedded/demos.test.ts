import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { testEnvironment } from '../support/environment.ts';
import { isThorough } from '../support/rounds.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'parley.js');
/** The stories of the others are those of other tests, too. */
const STORIES = isThorough()
  ? [[], ['meeting-of-four'], ['rooms'], ['operator'], ['booking'], ['calendars']]
  : [['booking'], ['calendars']];

it.each(STORIES)(
  'the demo’s story goes as it should: %s',
  async (...story) => {
    const directory = mkdtempSync(join(tmpdir(), 'parley-demo-'));
    const child = spawn(process.execPath, [PROGRAM, 'demo', ...story], {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: testEnvironment({}),
    });
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
    rmSync(directory, { recursive: true });
    if (status !== 0) throw new Error(`the story went wrong:\n${stdout}\n${stderr}`);
    expect(stdout).toMatch(/The story went as it should\.\n$/);
  },
  240_000,
);
