import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createFileLog } from '../../../adapters/log/file-log.ts';

const MEGABYTE = 1_000_000;

function newLog(level = 'info', file = join(temporaryDirectory(), 'parley.log')) {
  const screen: string[] = [];
  const log = createFileLog({ level, file, screen: { write: (line) => screen.push(line) } });
  const lines = () =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { log, file, screen, lines };
}

function temporaryDirectory(): string {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'parley-log-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

it('what happens is in the file, which only its owner reads, and problems are on the screen, too, in one line each', () => {
  const { log, file, screen, lines } = newLog();
  log.debug('a detail');
  log.info({ route: '/room/:name', status: 200 }, 'request');
  log.child({ part: 'mail' }).warn({ error: new Error('no\nroute to ann@example.com') }, 'not sent');
  log.warn({ requestId: 'r', method: 'GET', route: '/x', status: 503, ms: 4 }, 'request');
  log.error({ err: new TypeError('x'.repeat(5_000)), inside: { deep: 1 } }, 'failed');
  expect(lines().map(({ msg }) => msg)).toEqual(['request', 'not sent', 'request', 'failed']);
  expect(lines()[1]).toMatchObject({ part: 'mail', error: { type: 'Error' } });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const CLOCK = String.raw`^\d\d:\d\d:\d\d`;
  expect(screen).toEqual([
    expect.stringMatching(
      new RegExp(String.raw`${CLOCK} warning: mail: not sent \(no route to \(address hidden\)\)\n$`),
    ),
    expect.stringMatching(new RegExp(`${CLOCK} warning: request method=GET route=/x status=503 ms=4\n$`)),
    expect.stringMatching(new RegExp(`${CLOCK} error: failed \\(x+\n$`)),
  ]);
  for (const line of screen) expect(line.length).toBeLessThan(250);
});

it('the level counts for both', () => {
  const { log, screen, lines } = newLog('error');
  log.warn('a problem');
  log.error('a failure');
  expect(lines()).toHaveLength(1);
  expect(screen).toHaveLength(1);
  const silent = newLog('silent');
  silent.log.fatal('the end');
  expect([...silent.lines(), ...silent.screen]).toEqual([]);
});

it('a start goes on in the file, unless it has become large: that is kept as the one before', () => {
  const first = newLog();
  first.log.info('one');
  const second = newLog('info', first.file);
  second.log.info('two');
  expect(second.lines()).toHaveLength(2);
  for (const name of ['old', 'older']) {
    writeFileSync(first.file, `{"msg":"${name}"}\n`.padStart(11 * MEGABYTE, '\n'));
    const next = newLog('info', first.file);
    next.log.info('new');
    expect(next.lines().map(({ msg }) => msg)).toEqual(['new']);
    expect(readFileSync(`${first.file}.1`, 'utf8')).toContain(`"${name}"`);
  }
});

it('a file that cannot be opened is a failure at once', () => {
  expect(() => newLog('info', join(temporaryDirectory(), 'none', 'parley.log'))).toThrow('ENOENT');
});

it.runIf(existsSync('/dev/full'))(
  'a file that takes no more is told once on the screen, and ends nothing',
  () => {
    const { log, screen } = newLog('info', '/dev/full');
    for (let count = 0; count < 3; count++) log.info('request');
    expect(screen).toEqual([expect.stringMatching(/^The log \/dev\/full cannot be written: ENOSPC/)]);
  },
);
