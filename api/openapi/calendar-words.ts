import { word, type Word } from './word.ts';

const ID = '8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11';
const NAME = 'Lessons';

const nameOfPassword = word('What it is for: the program and the machine.', 'Thunderbird at home');

/** Of calendars that members keep here, and of their programs. */
export const CALENDAR_WORDS: Readonly<Record<string, Word>> = {
  allDay: word('It has days, and no times.', false),
  appPasswords: word('The newest first.'),
  calendarId: word('Of the calendar.', ID),
  calendars: word('In the order in which they were made.'),
  everybody: word('What whoever is signed in may do with it: see when its owner has no time, or nothing.'),
  happened: word('What became of it.'),
  happenedAt: word('When it was deleted or overwritten.', '2030-05-02T09:30:00.000Z'),
  lastUsedAt: word('When it was used last, to the hour; null: never.', '2030-05-02T09:30:00.000Z'),
  password: word('It is shown this once.', 'kq7mz-4htvb-x2nre-9cwdp-j6fys'),
  passwordId: word('Of the password.', ID),
  shares: word('With whom it is shared; nobody but its owner learns it.'),
  user: word('As they were named.', 'ivy@example.com'),
  users: word('One answer each.'),
  versionId: word('Of the earlier version.', ID),
  versions: word('The last that was replaced first.'),
  'AppPassword.name': nameOfPassword,
  'Calendar.name': word('What it is called; null: it has no name.', NAME),
  'Calendar.timezone': word('Where its days and floating times are.', 'Europe/Vienna'),
  'Calendar.url': word(
    'Of the collection, for CalDAV clients.',
    `https://parley.example/dav/calendars/${ID}/5D2A9BB0-7B5A-4C93-8F36-52F0C1B56F3D/`,
  ),
  'CalendarChanges.name': word('What it is called.', NAME),
  'CalendarObjectVersion.startsAt': word(
    'When it began; of a series, its first instance. Null: it has no time.',
    '2030-05-17T14:00:00Z',
  ),
  'CalendarObjectVersion.title': word('What it was called; empty: it had no title.', 'Review'),
  'CalendarObjectVersion.uid': word('Its UID (RFC 5545 §3.8.4.7).', '4711@example.com'),
  'DeletedCalendar.name': word('What it was called; null: it had no name.', NAME),
  'FreeBusy.users.status': word(
    '`unknown`: nobody is called so. `forbidden`: they do not let the asker see their time.',
    'known',
  ),
  'MadeAppPassword.name': nameOfPassword,
  'NewAppPassword.name': nameOfPassword,
  'NewCalendar.name': word('What it is called.', NAME),
  'RestoredVersion.url': word(
    'Of the calendar object, for CalDAV clients.',
    `https://parley.example/dav/calendars/${ID}/5D2A9BB0-7B5A-4C93-8F36-52F0C1B56F3D/4711.ics`,
  ),
};
