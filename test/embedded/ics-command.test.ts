import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { testEnvironment } from '../support/environment.ts';
import { temporaryDirectory } from './helpers.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'parley.js');
const APPLE = join(import.meta.dirname, '..', 'fixtures', 'feeds', 'apple.ics');
const MARCH = ['--from', '2026-03-15T00:00:00Z', '--to', '2026-03-20T12:00:00+01:00'];

async function parley(args: string[], input = '', env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: testEnvironment(env) });
  child.stdin.end(input);
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { stdout, stderr, status };
}

it('prints the instances of a file in UTC, by their start, whatever the zone of the machine', async () => {
  const expected = [
    {
      uid: '6A2F5E4C-APPLE',
      recurrenceId: '2026-03-15T16:00:00Z',
      start: '2026-03-16T17:00:00Z',
      end: '2026-03-16T18:00:00Z',
      allDay: false,
      summary: 'Mondays at one',
    },
    {
      uid: 'ORPHAN-APPLE',
      recurrenceId: '2026-03-17T10:00:00Z',
      start: '2026-03-17T11:00:00Z',
      end: '2026-03-17T12:00:00Z',
      allDay: false,
      summary: 'Invited to one of many',
    },
    {
      uid: 'FLOATING-APPLE',
      recurrenceId: null,
      start: '2026-03-19T23:00:00Z',
      end: '2026-03-19T23:00:00Z',
      allDay: false,
      summary: 'Breakfast, wherever',
    },
  ];
  for (const TZ of ['UTC', 'Pacific/Apia']) {
    const { stdout, stderr, status } = await parley(
      ['ics', 'expand', APPLE, ...MARCH, '--tz', 'Asia/Tokyo'],
      '',
      { TZ },
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(expected);
  }
});

it('says on standard error what it could not read, and gives the rest', async () => {
  const file = join(temporaryDirectory(), 'feed.ics');
  const lines = ['BEGIN:VCALENDAR'];
  for (const [uid, rule] of [
    ['good', 'FREQ=DAILY'],
    ['lunar', 'RSCALE=CHINESE;FREQ=YEARLY'],
    ['busy', 'FREQ=SECONDLY'],
  ])
    lines.push('BEGIN:VEVENT', `UID:${uid}`, 'DTSTART:20260315T090000Z', `RRULE:${rule}`, 'END:VEVENT');
  writeFileSync(file, [...lines, 'END:VCALENDAR'].join('\n'));
  const { stdout, stderr, status } = await parley(['ics', 'expand', file, ...MARCH]);
  expect(status).toBe(1);
  expect(stderr).toBe(
    'rscale-unsupported: lunar, RRULE\ntoo-many-instances: busy, the first 10000 are given\n',
  );
  expect(stdout.match(/"uid":"good"/g)).toHaveLength(6);
  expect(stdout.match(/"uid":"busy"/g)).toHaveLength(10_000);
});

it('reads standard input, and refuses in one sentence what is no file, no calendar, no instant or no zone', async () => {
  const event = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260316T090000Z\nEND:VEVENT\nEND:VCALENDAR\n';
  expect((await parley(['ics', 'expand', '-', ...MARCH], event)).stdout).toContain('"uid":"a"');
  const missing = await parley(['ics', 'expand', '/nowhere/at-all.ics', ...MARCH]);
  expect(missing).toMatchObject({ status: 1, stderr: '/nowhere/at-all.ics cannot be read (ENOENT).\n' });
  const html = await parley(['ics', 'expand', '-', ...MARCH], '<html></html>');
  expect(html).toMatchObject({ status: 1, stdout: '' });
  expect(html.stderr).toContain('no-calendar: the calendar');
  const local = await parley([
    'ics',
    'expand',
    APPLE,
    '--from',
    '2026-03-15T00:00:00',
    '--to',
    '2026-03-16T00:00:00Z',
  ]);
  expect(local.status).toBe(2);
  expect(local.stderr).toContain('2026-03-01T00:00:00Z');
  const zone = await parley(['ics', 'expand', APPLE, ...MARCH, '--tz', 'Mars/Olympus']);
  expect(zone.status).toBe(2);
  expect(zone.stderr).toContain('IANA time zone "Mars/Olympus"');
  for (const to of ['2026-03-14T23:59:59Z', '2026-03-15T01:00:00+01:00']) {
    const reversed = await parley(['ics', 'expand', APPLE, '--from', '2026-03-15T00:00:00Z', '--to', to]);
    expect(reversed).toMatchObject({ status: 1, stdout: '' });
    expect(reversed.stderr).toMatch(
      /^--to \(2026-03-1.*Z\) must be after --from \(2026-03-15T00:00:00Z\)\.\n$/,
    );
  }
});

it('names the zone of a file that nobody knows', async () => {
  const event = (uid: string, ...lines: string[]) => ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'];
  const lines = [
    'BEGIN:VCALENDAR',
    ...event('start', 'DTSTART;TZID=Mars/Olympus:20260316T090000'),
    ...event('left-out', 'DTSTART:20260316T090000Z', 'EXDATE;TZID=Luna Standard Time:20260316T090000'),
    ...event('unreadable', 'DTSTART;TZID=Europe/Berlin:soon'),
    'END:VCALENDAR',
  ];
  const { status, stderr } = await parley(['ics', 'expand', '-', ...MARCH], lines.join('\n'));
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: [
      'zone-unknown: start, DTSTART, Mars/Olympus',
      'zone-unknown: left-out, EXDATE, Luna Standard Time',
      'time-unreadable: unreadable, DTSTART',
      '',
    ].join('\n'),
  });
});
