import { testPythonProgram } from './support/python-cases.ts';

await testPythonProgram('python-caldav: calendars', {
  name: 'caldav_calendars',
  cases: [
    'finds the principal and its calendars',
    'makes renames and deletes a calendar',
    'creates changes and deletes an event',
    'keeps tasks and journals',
    'searches by time',
    'searches by text',
    'expands a series with a moved and a missing instance',
    'follows changes by sync token',
    'reads several at once',
    'is told when the event was changed meanwhile',
    'asks when the calendar is busy',
  ],
});

const SCHEDULING = [
  'knows its addresses and scheduling collections',
  'an invitation arrives in the inbox and the calendar',
  'an answer in the calendar reaches the organizer',
  'an answer to the message in the inbox reaches the organizer',
  'a moved event moves for the attendee',
  'a deleted event is cancelled for the attendee',
  'a deleted invitation is declined',
  'asks when somebody else is free',
];

await testPythonProgram('python-caldav: scheduling', {
  name: 'caldav_scheduling',
  cases: SCHEDULING,
  // It keeps calendars only.
  not: { Radicale: SCHEDULING },
});
