import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { read, shown } from './support.ts';

const feed = (name: string) =>
  readFileSync(new URL(`../../fixtures/feeds/${name}.ics`, import.meta.url), 'utf8');

const meetings = (name: string, room: string, day: string, text = feed(name)) =>
  shown(read(text, { name: room, nowMs: Date.parse(`${day}T00:00:00Z`), timezone: 'Europe/Berlin' }));

it('of Google: the address as the location, and overrides that have none', () => {
  expect(meetings('google', 'alpha', '2026-03-02')).toEqual([
    'standup@google.example 20260302T090000Z 02T09:00/02T09:30 Stand-up, daily nearly',
  ]);
  // Left out, in another place, and cancelled.
  for (const day of ['2026-03-11', '2026-03-30', '2026-04-01'])
    expect(meetings('google', 'alpha', day)).toEqual([]);
});

it('of Outlook: the address in its own property, or in the description as HTML', () => {
  const text = feed('outlook')
    .replace('CLASS:PUBLIC', 'X-MICROSOFT-SKYPETEAMSMEETINGURL:https://parley.example/alpha')
    .replace(
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      'X-ALT-DESC;FMTTYPE=text/html:<html><body><p>Join\\n<a href="https://parley.example/room/alpha">here</a></body></html>',
    );
  expect(meetings('outlook', 'alpha', '2026-04-09', text)).toEqual([
    '040000008200E00074C5B7101A82E00A 09T22:00/10T22:00 All day, as date-times',
  ]);
  expect(meetings('outlook', 'alpha', '2026-04-10', text)).toEqual([
    '040000008200E00074C5B7101A82E00A 09T22:00/10T22:00 All day, as date-times',
    '040000008200E00074C5B7101A82E008 20260410T120000Z 10T12:00/10T13:00 Monthly review',
  ]);
});

it('of Apple: the address as the URL, also from one instance on', () => {
  const place = 'URL;VALUE=URI:https://parley.example/alpha';
  const text = feed('apple').replaceAll('DTSTAMP:', `${place}\nDTSTAMP:`);
  expect(meetings('apple', 'alpha', '2026-03-08', text)).toEqual([
    '6A2F5E4C-APPLE 20260308T160000Z 08T16:00/08T16:45 Sundays at noon',
  ]);
  expect(meetings('apple', 'alpha', '2026-03-23', text)).toEqual([
    '6A2F5E4C-APPLE 20260322T160000Z 23T17:00/23T18:00 Mondays at one',
    'PERIODS-APPLE 20260323T180000Z 23T18:00/23T19:00 Rehearsals',
  ]);
  expect(meetings('apple', 'alpha', '2026-03-17', text)).toEqual([
    'ORPHAN-APPLE 20260317T100000Z 17T11:00/17T12:00 Invited to one of many',
  ]);
});

it('of Nextcloud: an instance in another room than its series', () => {
  const id = '0d4b3f7c-5a3e-4b7e-9f43-nextcloud';
  expect(meetings('nextcloud', 'alpha', '2026-03-02')).toEqual([
    `${id} 20260302T100000Z 02T10:00/02T11:00 Planning`,
  ]);
  expect(meetings('nextcloud', 'alpha', '2026-03-09')).toEqual([]);
  expect(meetings('nextcloud', 'beta', '2026-03-02')).toEqual([]);
  expect(meetings('nextcloud', 'beta', '2026-03-09')).toEqual([
    `${id} 20260309T100000Z 09T14:00/09T15:00 Planning, in the other room`,
  ]);
});

it('of Fastmail: the address as the conference, and the room by its name', () => {
  expect(meetings('fastmail', 'alpha', '2026-03-02')).toEqual([
    'b6d8f2a1-fastmail 01T23:00/02T23:00 Open day',
    'a5c7e1f0-fastmail 02T09:00/02T09:45 Late call',
  ]);
});
