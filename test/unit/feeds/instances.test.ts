import { describe, expect, it } from 'vitest';
import { readRoom } from '../../../domain/feeds/read-room.ts';
import { UTC_CLOCK } from '../../../domain/time/zone.ts';
import { at, calendar, digest, event, HOUR, NOW, read, shown, utc } from './support.ts';

describe('the meetings of a room are the instances that', () => {
  it('take place in it, from an hour ago to 24 hours ahead', () => {
    const reading = read(
      calendar(
        event('past', ...at(-3)),
        event('just-over', ...at(-1.5)),
        event('running', ...at(-5, 6)),
        event('next', ...at(1)),
        event('last', ...at(23.9)),
        event('later', ...at(24)),
        event('elsewhere', ...at(1), 'LOCATION:https://parley.example/maxine'),
      ),
    );
    expect(shown(reading)).toEqual([
      'running 02T03:00/02T09:00 max',
      'just-over 02T06:30/02T07:30 max',
      'next 02T09:00/02T10:00 max',
      'last 03T07:54/03T08:54 max',
    ]);
    expect(reading).toMatchObject({ events: 7, matches: 6, problems: [] });
  });

  it('are of a series, by their RECURRENCE-ID in UTC', () => {
    const series = event(
      'standup',
      'DTSTART;TZID=Europe/Berlin:20260101T100000',
      'DURATION:PT15M',
      'RRULE:FREQ=DAILY',
      'SUMMARY:Stand-up',
    );
    expect(shown(read(calendar(series)))).toEqual(['standup 20260302T090000Z 02T09:00/02T09:15 Stand-up']);
  });

  it('last a day, or a minute when they take no time', () => {
    const reading = read(
      calendar(
        event('day', 'DTSTART;VALUE=DATE:20260302'),
        event('moment', `DTSTART:${utc(NOW + HOUR)}`),
        event('days', 'DTSTART;VALUE=DATE:20260301', 'RRULE:FREQ=DAILY'),
      ),
      { timezone: 'Europe/Berlin' },
    );
    expect(shown(reading)).toEqual([
      'day 01T23:00/02T23:00 max',
      'days 20260302 01T23:00/02T23:00 max',
      'moment 02T09:00/02T09:01 max',
      'days 20260303 02T23:00/03T23:00 max',
    ]);
    expect(reading.instances[0]?.allDay).toBe(true);
  });

  it('are not cancelled, transparent or not', () => {
    const reading = read(
      calendar(
        event('cancelled', ...at(1), 'STATUS:CANCELLED'),
        event('transparent', ...at(2), 'TRANSP:TRANSPARENT'),
      ),
    );
    expect(reading.instances.map(({ uid }) => uid)).toEqual(['transparent']);
  });

  it('an override says it for itself: another room than its master', () => {
    const daily = ['DTSTART:20260301T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'];
    const away = event(
      'a',
      'RECURRENCE-ID:20260302T100000Z',
      'DTSTART:20260302T110000Z',
      'DURATION:PT1H',
      'LOCATION:room/maxine',
    );
    const text = calendar(event('a', ...daily), away);
    expect(shown(read(text))).toEqual([]);
    expect(shown(read(text, { name: 'maxine' }))).toEqual(['a 20260302T100000Z 02T11:00/02T12:00 maxine']);
    const here = calendar(event('b', ...daily, 'LOCATION:Upstairs'), away.replace('UID:a', 'UID:b'));
    expect(shown(read(here, { name: 'maxine' }))).toEqual(['b 20260302T100000Z 02T11:00/02T12:00 maxine']);
    expect(read(here, { name: 'maxine' }).matches).toBe(1);
  });

  it('are at most two thousand, and that there are more is told', () => {
    const reading = read(calendar(event('flood', 'DTSTART:20260101T000000Z', 'RRULE:FREQ=SECONDLY')));
    expect(reading.instances).toHaveLength(2_000);
    expect(reading.problems).toContainEqual({ code: 'too-many-instances', uid: 'flood', property: null });
  });
});

describe('a feed that would keep everybody busy', () => {
  it('is looked at no longer for many series than for some', () => {
    const flood = Array.from({ length: 300 }, (_, index) =>
      event(`flood-${index}`, 'DTSTART:20260101T000000Z', 'RRULE:FREQ=SECONDLY'),
    );
    const reading = read(calendar(...flood));
    expect(reading.instances).toHaveLength(2_000);
    expect(reading.problems.filter(({ code }) => code === 'too-many-instances')).toHaveLength(301);
    // What the budget did not reach may be there all the same, and is not taken for gone.
    expect(reading.broken.has('flood-299')).toBe(true);
  });
});

it('of an event the first fifty rules are followed, and what is not is not taken for gone', () => {
  const rules = Array.from({ length: 51 }, (_, index) => `RRULE:FREQ=YEARLY;INTERVAL=${index + 1}`);
  const reading = read(calendar(event('a', ...at(1), ...rules)));
  expect(reading.instances).toHaveLength(1);
  expect(reading.problems).toEqual([{ code: 'too-many-rules', uid: 'a', property: 'RRULE' }]);
  expect(reading.broken.has('a')).toBe(true);
});

describe('an instance has', () => {
  const full = event(
    'full',
    ...at(1),
    'SEQUENCE:3',
    'LAST-MODIFIED:20260201T080000Z',
    'SUMMARY:Review\\, at last',
    'DESCRIPTION:Agenda\\n1. Start',
    'ORGANIZER:mailto:boss@example.org',
    'ATTENDEE;CN="Doe, Jane";PARTSTAT=ACCEPTED:MAILTO:Jane@Example.org',
    'ATTENDEE;PARTSTAT=declined:mailto:joe@example.org',
    'ATTENDEE;CN=Room 5;EMAIL=five@example.org:urn:uuid:1',
    'ATTENDEE;CN=Nobody:invalid:nomail',
    'RRULE:FREQ=DAILY;COUNT=1',
  );

  it('what its meeting and its owner want to know', () => {
    expect(read(calendar(full)).instances[0]).toMatchObject({
      uid: 'full',
      sequence: 3,
      lastModifiedMs: Date.parse('2026-02-01T08:00:00Z'),
      title: 'Review, at last',
      description: 'Agenda\n1. Start',
      location: 'https://parley.example/max',
      attendees: [
        { email: 'jane@example.org', name: 'Doe, Jane', partstat: 'ACCEPTED' },
        { email: 'joe@example.org', name: null, partstat: 'DECLINED' },
        { email: 'five@example.org', name: 'Room 5', partstat: 'NEEDS-ACTION' },
      ],
    });
  });

  it('its VEVENT as it came', () => {
    const raw = read(calendar(full)).instances[0]!.raw();
    expect(raw).toContain('BEGIN:VEVENT\nUID:full\n');
    expect(raw).toContain('\nRRULE:FREQ=DAILY;COUNT=1\n');
    expect(raw).toContain('\nSUMMARY:Review\\, at last\n');
  });

  it('a content hash that neither DTSTAMP nor SEQUENCE changes, and what a reader sees does', () => {
    const hash = (text: string) => read(calendar(text)).instances[0]!.contentHash;
    const same = full.replace('DTSTAMP:20260101', 'DTSTAMP:20260202').replace('SEQUENCE:3', 'SEQUENCE:4');
    expect(hash(same)).toBe(hash(full));
    for (const other of ['Review', 'Agenda', 'Jane', 'ACCEPTED', `${utc(NOW + 2 * HOUR)}`]) {
      expect(
        hash(full.replace(other, other === 'ACCEPTED' ? 'TENTATIVE' : `${utc(NOW + 3 * HOUR)}`)),
      ).not.toBe(hash(full));
    }
  });

  it('texts that the database takes', () => {
    const long = 'x'.repeat(20_000);
    const hostile = event(
      `${long}`,
      ...at(1),
      `SUMMARY:${long}`,
      `DESCRIPTION:a\0b${long}`,
      `X-MORE:${long}${long}`,
    );
    const [instance] = read(calendar(hostile)).instances;
    expect(instance?.uid).toBe(`sha256:${digest(long)}`);
    expect(instance?.title).toHaveLength(200);
    expect(instance?.description).toHaveLength(10_000);
    expect(`${instance?.description}${instance?.raw()}`).not.toContain('\0');
    expect(instance!.raw().length).toBeLessThanOrEqual(32_000);
  });
});

describe('an instance is found by its id', () => {
  it('wherever it was moved', () => {
    const reading = read(
      calendar(
        event('single', ...at(100)),
        event('daily', 'DTSTART:20260301T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'),
        event('daily', 'RECURRENCE-ID:20260302T100000Z', 'DTSTART:20260320T100000Z', 'DURATION:PT1H'),
        event('shifted', 'DTSTART;TZID=Europe/Berlin:20260301T100000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'),
        event(
          'shifted',
          'RECURRENCE-ID;TZID=Europe/Berlin;RANGE=THISANDFUTURE:20260303T100000',
          'DTSTART;TZID=Europe/Berlin:20260305T120000',
          'DURATION:PT1H',
        ),
      ),
    );
    expect(reading.find('single', '')?.startMs).toBe(NOW + 100 * HOUR);
    expect(reading.find('daily', '20260302T100000Z')?.startMs).toBe(Date.parse('2026-03-20T10:00Z'));
    expect(reading.find('daily', '20260401T100000Z')?.startMs).toBe(Date.parse('2026-04-01T10:00Z'));
    expect(reading.find('shifted', '20260320T090000Z')?.startMs).toBe(Date.parse('2026-03-22T11:00Z'));
    // Behind the change of the clock.
    expect(reading.find('shifted', '20260328T090000Z')?.startMs).toBe(Date.parse('2026-03-30T10:00Z'));
  });

  it('and not where there is none of it, or it is in another room', () => {
    const reading = read(
      calendar(event('daily', 'DTSTART:20260301T100000Z', 'RRULE:FREQ=DAILY', 'EXDATE:20260305T100000Z')),
    );
    for (const id of ['', '20260305T100000Z', '20260304T110000Z', '20260304', 'no id'])
      expect(reading.find('daily', id)).toBeNull();
    expect(reading.find('other', '')).toBeNull();
    const away = read(calendar(event('away', ...at(1), 'LOCATION:elsewhere')));
    expect(away.find('away', '')).toBeNull();
    expect(away.has('away')).toBe(true);
  });
});

describe('a feed whose bytes stay the same is read again', () => {
  const readAgain = (...parts: string[]) => (read(calendar(...parts)).readAgainMs - NOW) / HOUR;

  it('when its next meeting comes into the window', () => {
    expect(readAgain(event('a', ...at(1)), event('b', ...at(40)), event('c', ...at(50)))).toBe(16);
    expect(readAgain(event('a', 'DTSTART:20260201T100000Z', 'RRULE:FREQ=DAILY'))).toBe(2);
  });

  it('not more often than every hour, and at least every week', () => {
    expect(
      readAgain(event('a', ...at(24)), event('b', 'DTSTART:20260201T100000Z', 'RRULE:FREQ=MINUTELY')),
    ).toBe(1);
    expect(readAgain(event('elsewhere', ...at(30), 'LOCATION:elsewhere'))).toBe(7 * 24);
    expect(readAgain(event('far', ...at(1_000)))).toBe(7 * 24);
  });
});

describe('of a text that is no calendar', () => {
  it('nothing is said', () => {
    const options = {
      room: { publicUrl: 'https://parley.example', name: 'max' },
      floating: UTC_CLOCK,
      window: { beforeMs: HOUR, aheadMs: HOUR },
      nowMs: NOW,
      digest,
    };
    expect(readRoom('', options)).toBe('no-calendar');
    expect(readRoom('<html></html>', options)).toBe('no-calendar');
  });
});

it('of a rule that cannot be followed the first time is there, and what else was known is not taken for gone', () => {
  const reading = read(calendar(event('a', ...at(1), 'RRULE:FREQ=DAILY;BYEASTER=0')));
  expect(shown(reading)).toEqual(['a 20260302T090000Z 02T09:00/02T10:00 max']);
  expect(reading.problems).toEqual([{ code: 'rule-part-unknown', uid: 'a', property: 'RRULE' }]);
  expect(reading.broken.has('a')).toBe(true);
});

it('an event whose end cannot be read is there', () => {
  const reading = read(calendar(event('a', at(1)[0]!, 'DTEND:soon')));
  expect(shown(reading)).toEqual(['a 02T09:00/02T09:01 max']);
  expect(reading.broken.has('a')).toBe(false);
});
