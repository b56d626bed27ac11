import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesRoom, roomTest } from '../../../domain/feeds/matching.ts';
import { readFeed } from '../../../domain/ical/read-feed.ts';

const max = roomTest({ publicUrl: 'https://parley.example', name: 'max' });

describe('a text names the room', () => {
  it.each([
    'https://parley.example/max',
    'https://parley.example/room/max',
    'HTTPS://Parley.EXAMPLE/max',
    'https://parley.example/Max',
    'http://parley.example/max',
    'parley.example/max',
    'parley.example/room/max',
    'https://parley.example:443/max',
    'https://parley.example/max/',
    'https://parley.example/max?from=calendar',
    'https://parley.example/max/?from=calendar',
    'https://parley.example/max#now',
    'Join at https://parley.example/max.',
    'Join (https://parley.example/room/max), please',
    'Join:https://parley.example/max!',
    '<https://parley.example/max>',
    '[our room](https://parley.example/max)',
    '<p>Join <a href="https://parley.example/room/max">here</a></p>',
    "<a href='https://parley.example/max'>",
    '<p>https:&#x2F;&#x2F;parley.example&#x2F;max</p>',
    '&lt;https://parley.example/max&gt;',
    'https://parley.example/max\nSee you',
    'https://eur01.safelinks.example/?url=https%3A%2F%2Fparley.example%2Froom%2Fmax&data=05',
    'https://www.google.example/url?q=https://parley.example/max&sa=D',
    'https://other.example/max and https://parley.example/max',
    'https://parley.example/maxine, https://parley.example/max',
    '/room/max',
    'room/max',
    'Room/Max',
    'in room/max, second floor',
    '"room/max"',
    'Ort: /room/max',
    'Ort:/room/max',
    'see /room/max.',
    '/max room',
    'the /max room, as always',
    '/max  Room',
    '<b>&nbsp;/max&nbsp;room</b>',
    '„/max room“',
  ])('%s', (text) => expect(max(text)).toBe(true));
});

describe('a text names another room, another host, or none', () => {
  it.each([
    '',
    'max',
    'Max is there',
    'https://parley.example/maxine',
    'https://parley.example/max-2',
    'https://parley.example/max--2',
    'https://parley.example/max_2',
    'https://parley.example/max2',
    'https://parley.example/max.html',
    'https://parley.example/max@home',
    'https://parley.example/max%2D2',
    'https://parley.example/maxé',
    'https://parley.example/max/other',
    'https://parley.example/big-max',
    'https://parley.example/bigmax',
    'https://parley.example/other/max',
    'https://parley.example/room/other/max',
    'https://parley.example/',
    'https://other.example/max',
    'https://other.example/room/max',
    'https://other.example:8443/room/max',
    'https://other.example//room/max',
    'https://other.example/#/room/max',
    'https://other.example/?next=/room/max',
    'https://other.example/max room',
    'https://notparley.example/max',
    'https://sub.parley.example/max',
    'sub.parley.example/max',
    'https://parley.example.org/max',
    'https://parley.example@other.example/max',
    'someone@parley.example/max',
    'https://other.example/parley.example/max',
    'https://parley.example:8443/max',
    'https://parleyXexample/max',
    'room/maxine',
    'room/max-2',
    'bedroom/max',
    'our-room/max',
    'https://other.example/room/maxroom',
    '/max rooms',
    '/maxine room',
    '/max-2 room',
    'max room',
    '/max roomy',
    'and/max room',
    '/room/ max',
  ])('%s', (text) => expect(max(text)).toBe(false));
});

describe('the address of the installation', () => {
  it('may have a port and a path', () => {
    const test = roomTest({ publicUrl: 'http://localhost:3000/parley/', name: 'a' });
    expect(test('http://localhost:3000/parley/room/a')).toBe(true);
    expect(test('http://localhost:3000/parley/a')).toBe(true);
    expect(test('http://localhost/parley/a')).toBe(false);
    expect(test('http://localhost:3000/a')).toBe(false);
    expect(test('http://localhost:30001/parley/a')).toBe(false);
  });

  it('is no pattern', () => {
    const test = roomTest({ publicUrl: 'https://p.example', name: 'a' });
    expect(test('https://pxexample/a')).toBe(false);
  });
});

describe('of all names that differ', () => {
  const name = fc.stringMatching(/^[a-z0-9]{1,4}(-{1,2}[a-z0-9]{1,3}){0,2}$/);
  const forms: ((room: string) => string)[] = [
    (room) => `https://parley.example/${room}`,
    (room) => `https://parley.example/room/${room}?x=1`,
    (room) => `See /room/${room}.`,
    (room) => `room/${room}`,
    (room) => `(/${room} room)`,
  ];

  it('each names its own room, in every form', () => {
    fc.assert(
      fc.property(name, fc.constantFrom(...forms), (room, form) =>
        roomTest({ publicUrl: 'https://parley.example', name: room })(form(room)),
      ),
    );
  });

  it('none names another, also where one is the beginning or the end of the other', () => {
    const related = fc
      .tuple(name, name, fc.constantFrom('', '-'))
      .chain(([one, other, between]) =>
        fc.constantFrom<[string, string]>(
          [one, other],
          [one, `${one}${between}${other}`],
          [other, `${one}${between}${other}`],
          [`${one}${between}${other}`, one],
        ),
      );
    fc.assert(
      fc.property(related, fc.constantFrom(...forms), ([room, written], form) => {
        fc.pre(room !== written && written !== 'room' && room !== 'room');
        return !roomTest({ publicUrl: 'https://parley.example', name: room })(form(written));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an event names the room in', () => {
  const event = (...lines: string[]) => {
    const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', 'DTSTART:20260301T090000Z', ...lines];
    return readFeed([...text, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')).series[0]!.master!;
  };
  it.each([
    'LOCATION:https://parley.example/max',
    'LOCATION;LANGUAGE=de:Raum\\, /room/max',
    'LOCATION;ALTREP="https://parley.example/max":Upstairs',
    'DESCRIPTION:Agenda\\nhttps://parley.example/max\\nBye',
    'DESCRIPTION:A long line that is folded in the middle of the address https://parl\r\n ey.example/max',
    'URL:https://parley.example/room/max',
    'URL;VALUE=URI:https://parley.example/max',
    'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Join:https://parley.example/max',
    'X-GOOGLE-CONFERENCE:https://parley.example/max',
    'X-MICROSOFT-SKYPETEAMSMEETINGURL:https://parley.example/max',
    'X-ALT-DESC;FMTTYPE=text/html:<html><body>\\nroom/max\\n</body></html>',
    'X-ALT-DESC;FMTTYPE=text/html:<a href="https://parley.example/max">Join</a>',
  ])('%s', (line) => expect(namesRoom(event(line), max)).toBe(true));

  it.each([
    'SUMMARY:https://parley.example/max',
    'COMMENT:https://parley.example/max',
    'CONTACT:https://parley.example/max',
    'ATTENDEE;CN=room/max:mailto:someone@example.org',
    'X-GOOGLE-CONFERENCE:https://meet.example/max',
  ])('and not in %s', (line) => expect(namesRoom(event(line), max)).toBe(false));
});

describe('a title names the room', () => {
  it.each([
    'max',
    'MAX',
    'ｍａｘ で会議',
    'Planning (Max)',
    'Max: planning of May',
    'Weekly sync @ max',
    'Budget, max, 3rd quarter',
    'Sitzung Max',
  ])('%s', (title) => expect(max.title(title)).toBe(true));

  it.each([
    'Max Mustermann',
    'Interview with Max Mustermann',
    'Max’s birthday',
    'maxi',
    'climax',
    'max-2',
    'max.mustermann@example.org',
    'anna@max.example',
    'https://parley.example/max',
    'Ma\u0308max',
    'max\u0301',
    '',
  ])('and not: %s', (title) => expect(max.title(title)).toBe(false));

  it('with a dash or a digit in it is nobody’s first name', () => {
    const { title } = roomTest({ publicUrl: 'https://parley.example', name: 'board-room' });
    expect(title('Board-Room Planning')).toBe(true);
    expect(title('board room planning')).toBe(false);
    expect(title('overboard-room')).toBe(false);
  });
});
