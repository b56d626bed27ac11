import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

interface Window {
  from: string;
  to: string;
  tz?: string;
  instances: { start: string; end: string; summary: string }[];
}

const folder = new URL('../../fixtures/cases/ics/', import.meta.url);
const parley = fileURLToPath(new URL('../../../bin/parley.js', import.meta.url));
const cases = readdirSync(folder).filter((name) => name.endsWith('.ics'));

async function expand(file: string, { from, to, tz }: Window): Promise<Window['instances']> {
  const zone = tz === undefined ? [] : ['--tz', tz];
  const args = [parley, 'ics', 'expand', fileURLToPath(new URL(file, folder)), '--from', from, '--to', to];
  const { stdout } = await promisify(execFile)(process.execPath, [...args, ...zone]);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { start, end, summary } = JSON.parse(line) as Window['instances'][number];
      return { start, end, summary };
    });
}

describe('`parley ics expand` prints what is stated beside the file', () => {
  it.each(cases)('%s', async (file) => {
    const expected = new URL(file.replace(/\.ics$/, '.expected.json'), folder);
    const windows = JSON.parse(readFileSync(expected, 'utf8')) as Window[];
    expect(windows.length).toBeGreaterThan(0);
    for (const window of windows) expect(await expand(file, window)).toEqual(window.instances);
  });
});
