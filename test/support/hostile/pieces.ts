/** Messages that someone may send to do harm. Each is made when asked for: some are large. */
export interface HostileMail {
  /** As in docs/hostile-mail.md. */
  name: string;
  write(about: { uid: string; from: string }): Buffer;
  /** What it gets: the reason that it is ignored for; null: it is understood, and the harm is not done. */
  gets: string | null;
}

export const MB = 1_000_000;

export const header = (from: string, ...more: string[]) => [
  `From: ${from}`,
  'To: scheduling@parley.example',
  `Message-ID: <${Math.random()}@example.org>`,
  ...more,
];

export const mail = (from: string, headers: string[], body: string): Buffer =>
  Buffer.from(`${header(from, ...headers).join('\r\n')}\r\n\r\n${body}`);

export const calendarPart = ['MIME-Version: 1.0', 'Content-Type: text/calendar; method=REPLY; charset=utf-8'];

/** An answer that is understood, but for `lines` in the event, and `around` it in the calendar. */
export const reply = (uid: string, from: string, lines: string[] = [], around: string[] = []): string =>
  [
    'BEGIN:VCALENDAR',
    'METHOD:REPLY',
    ...around,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20300101T000000Z',
    `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${from}`,
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

export const answer =
  (lines: (about: { from: string }) => string[], around: string[] = []) =>
  ({ uid, from }: { uid: string; from: string }) =>
    mail(from, calendarPart, reply(uid, from, lines({ from }), around));
