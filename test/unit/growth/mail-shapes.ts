import { calendarOf, eventOf, lines, numbered, repeated, RUNS, type Shape } from './pieces.ts';

const mail = (name: string, make: Shape['make']): Shape => ({ name, content: 'mail', make });
const FROM = 'From: a@b.example';

/** A message whose header has these lines beside its sender. */
const mailOf = (header: string, body = 'Yes.'): string => lines(FROM, header, '', body, '');
const inHeader = (name: string, line: (index: number) => string): Shape =>
  mail(name, (size) => mailOf(numbered(size, line)));
const inBody = (name: string, type: string, piece: (index: number) => string): Shape =>
  mail(name, (size) => mailOf(`Content-Type: ${type}`, numbered(size, piece)));
const inParts = (name: string, part: (index: number) => string): Shape =>
  mail(name, (size) =>
    mailOf(
      'Content-Type: multipart/mixed; boundary=b',
      lines(
        numbered(size, (index) => lines('--b', part(index))),
        '--b--',
      ),
    ),
  );

/** A run in every place of a message at once. */
function everywhereInMail([name, piece]: readonly [string, string]): Shape {
  return mail(`${name} everywhere in a message`, (size) => {
    const run = repeated(piece)(size / 12);
    const header = lines(
      `Subject: ${run}`,
      `To: ${run}`,
      `Reply-To: "${run}" <${run}>`,
      `Message-ID: <${run}>`,
      `References: ${run}`,
      `Auto-Submitted: ${run}`,
      `Content-Language: ${run}`,
      `Authentication-Results: mx.parley.test; dkim=pass ${run}`,
      `Content-Type: multipart/mixed; boundary=b; x="${run}"`,
    );
    return mailOf(
      header,
      lines('--b', 'Content-Type: text/plain', '', run, '--b', 'Content-Type: text/html', '', run, '--b--'),
    );
  });
}

export const MAILS: readonly Shape[] = [
  ...RUNS.map(everywhereInMail),
  inHeader('header fields', (index) => `X-${index}: a`),
  inHeader('fields of trace', (index) => `Received: from a by b with c id ${index}; d (e (f))`),
  inHeader('References', (index) => `References: <${index}@b.example>`),
  mail('a References of many', (size) =>
    mailOf(`References:${numbered(size, (index) => ` <${index}@b.example>`)}`),
  ),
  mail('a To of many', (size) => mailOf(`To: a${numbered(size, (index) => ` <${index}@b.example>,`)}`)),
  mail('a To of nested comments', (size) =>
    mailOf(`To: ${repeated('(')(size / 2)}${repeated(')')(size / 2)}`),
  ),
  mail('a To of groups', (size) => mailOf(`To: ${repeated('a:b@c;')(size)}`)),
  mail('a Subject of encoded words', (size) => mailOf(`Subject:${repeated(' =?utf-8?q?a?=')(size)}`)),
  mail('a Subject of half encoded words', (size) => mailOf(`Subject:${repeated(' =?utf-8?q?')(size)}`)),
  mail('a Content-Type of parameters', (size) =>
    mailOf(`Content-Type: text/plain${repeated('; a=b')(size)}`),
  ),
  mail('a Content-Type of continued parameters', (size) =>
    mailOf(
      `Content-Type: text/plain${numbered(size, (index) => `; name*${index}*=a`).replaceAll('\r\n', '')}`,
    ),
  ),
  inHeader('signatures', (index) => `DKIM-Signature: v=1; d=b.example; h=from:to; s=${index}; b=a; bh=a`),
  mail('a signature of many fields', (size) =>
    mailOf(`DKIM-Signature: v=1; d=b.example; h=${repeated('from:')(size)}; b=a`),
  ),
  inHeader('Authentication-Results', () => 'Authentication-Results: mx.parley.test; spf=pass'),
  mail('an Authentication-Results of methods', (size) =>
    mailOf(`Authentication-Results: mx.parley.test${repeated('; spf=pass')(size)}`),
  ),
  inHeader('ARC', (index) => `ARC-Authentication-Results: i=${index}; mx.parley.test; spf=pass`),
  inParts('parts', () => lines('Content-Type: text/plain', '', 'a')),
  inParts('parts of HTML', () => lines('Content-Type: text/html', '', '<p>a')),
  inParts('attachments', (index) => lines(`Content-Disposition: attachment; filename=${index}`, '', 'a')),
  inParts('calendars of a message', (index) =>
    lines('Content-Type: text/calendar; method=REPLY', '', calendarOf(eventOf(`X-A:${index}`))),
  ),
  inParts('messages of a message', () => lines('Content-Type: message/rfc822', '', FROM, '', 'a')),
  inParts('reports of a message', () =>
    lines('Content-Type: message/delivery-status', '', 'Action: failed', 'Status: 5.0.0'),
  ),
  inParts('broken headers of parts', () => 'a'),
  mail('multiparts within multiparts', (size) => {
    const depth = Math.ceil(size / 60);
    const level = (index: number) =>
      lines(`--b${index}`, `Content-Type: multipart/mixed; boundary=b${index + 1}`, '');
    return mailOf(
      'Content-Type: multipart/mixed; boundary=b0',
      lines(...Array.from({ length: depth }, (_, index) => level(index))),
    );
  }),
  inBody('lines of base64', 'text/plain\r\nContent-Transfer-Encoding: base64', () => 'YWFh'),
  inBody('soft line breaks', 'text/plain\r\nContent-Transfer-Encoding: quoted-printable', () => 'a='),
  inBody('flowed lines', 'text/plain; format=flowed', () => '>> a '),
  inBody('quoted lines', 'text/plain', () => '> a'),
  inBody('headers of quotes', 'text/plain', () => 'On a, b wrote:'),
  inBody('lines of a signature', 'text/plain', () => '--'),
  inBody('words of failure', 'text/plain', () => 'delivery a message b user c could not'),
  inBody('words without end', 'text/plain', () => 'delivery a message b user c'),
  inBody('words of absence', 'text/plain', () => 'i am a ich bin b je suis c ik ben jag är d'),
  inBody('quotes of HTML', 'text/html', () => '<blockquote a="b" <div c='),
  inBody('dispositions', 'message/disposition-notification', () => 'Disposition: a; b'),
  inBody('groups of a report', 'message/delivery-status', (index) =>
    lines(`Final-Recipient: rfc822; ${index}@b.example`, 'Action: failed', 'Status: 5.1.1', ''),
  ),
  inBody('fields of a report', 'message/delivery-status', (index) => `X-${index}: a`),
  inBody('elements', 'text/html', () => '<b>a'),
  inBody('elements that are closed', 'text/html', () => '<p>a</p>'),
  inBody('tables', 'text/html', () => '<table><tr><td>a</td></tr></table>'),
  inBody('cells', 'text/html', () => '<td>a'),
  inBody('lists', 'text/html', () => '<ul><li>a'),
  inBody('entities of HTML', 'text/html', () => '&amp;&#x41;&'),
  inBody('attributes', 'text/html', (index) => `<a href="${index}" b='c'>a</a>`),
  mail('an element of attributes', (size) =>
    mailOf('Content-Type: text/html', `<p${repeated(' a=b')(size)}>`),
  ),
  inBody('comments of HTML', 'text/html', () => '<!-- a'),
  inBody('heads', 'text/html', () => '<head><style>a</style><body '),
];
