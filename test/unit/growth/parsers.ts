import { dedupeKeyOf } from '../../../activities/inbound/dedupe-key.ts';
import { addressedTo, envelopeOf } from '../../../activities/mailbox/envelope.ts';
import { calendarText } from '../../../adapters/feeds/calendar-text.ts';
import { readFeedUrl } from '../../../adapters/feeds/feed-url.ts';
import { pauseAskedFor } from '../../../adapters/http/answer.ts';
import { domainOf, organizationalDomain } from '../../../adapters/mail/authentication/alignment.ts';
import {
  mayBeOf,
  parseAuthenticationResults,
} from '../../../adapters/mail/authentication/authentication-results.ts';
import { isSealedWhole, signedBy, signedNames } from '../../../adapters/mail/authentication/coverage.ts';
import { readHeader, withSoundSignatures } from '../../../adapters/mail/authentication/header.ts';
import { byOwnServer } from '../../../adapters/mail/authentication/own-server.ts';
import { isWorthChecking } from '../../../adapters/mail/authentication/work.ts';
import { parseMime } from '../../../adapters/mail/parse-mime.ts';
import { addressesOf, onlyAddress } from '../../../adapters/mail/reading/addresses.ts';
import { withoutRunsOfCr } from '../../../adapters/mail/reading/bounds.ts';
import { decodeCalendar } from '../../../adapters/mail/reading/decode-calendar.ts';
import { groupsIn } from '../../../adapters/mail/reading/delivery-report.ts';
import { messageIds, unfolded } from '../../../adapters/mail/reading/header-lines.ts';
import { saidInWords } from '../../../adapters/mail/reading/notice-words.ts';
import { otherReportOf } from '../../../adapters/mail/reading/other-report.ts';
import { withoutQuotedHtml, withoutQuotedLines } from '../../../adapters/mail/reading/quotes.ts';
import { decodedContent } from '../../../adapters/mail/reading/transfer-encoding.ts';
import { newestOf } from '../../../adapters/mail/reading/written-text.ts';
import { readTaggedAddress } from '../../../adapters/mail/tagged-address.ts';
import { timeInText } from '../../../adapters/mail/time-in-text.ts';
import { lookUpLanguage } from '../../../adapters/texts/language.ts';
import { email, instant, language, lineOfText, timezone } from '../../../api/routes/fields.ts';
import { octetsOfBase64 } from '../../../api/routes/imip/base64.ts';
import { envelopeAddress } from '../../../api/routes/providers/fields.ts';
import { leaningOf } from '../../../domain/meeting/leaning.ts';
import { roomTest } from '../../../domain/feeds/matching.ts';
import { mendedUserLine } from '../../../domain/ical/calendar-user-line.ts';
import { refold } from '../../../domain/ical/fold.ts';
import { withoutIndent } from '../../../domain/ical/indent.ts';
import { durationOf, timeOf } from '../../../domain/ical/jcal.ts';
import { withoutBlanks, withSoundHead } from '../../../domain/ical/mend-head.ts';
import { mendedTimes } from '../../../domain/ical/mend-times.ts';
import { mendLines } from '../../../domain/ical/mend-lines.ts';
import { parseCalendars } from '../../../domain/ical/parse-calendars.ts';
import { FEED_LIMITS, prepare } from '../../../domain/ical/prepare.ts';
import { prepareWhole } from '../../../domain/ical/prepare-whole.ts';
import { readCalendar } from '../../../domain/ical/read.ts';
import { addressOf, cleanLine, cleanText, cleanUri, mailto } from '../../../domain/ical/text.ts';
import { writtenOffset } from '../../../domain/ical/utc-offset.ts';
import { tzidKey } from '../../../domain/ical/tzid.ts';
import { ianaZone } from '../../../domain/ical/windows-zones.ts';
import { readItip } from '../../../domain/itip/inbound.ts';
import { withoutSubAddress } from '../../../domain/itip/address.ts';
import { hideAddresses, hideTheseAddresses, asTold } from '../../../domain/meeting/privacy.ts';
import { meetingTitle } from '../../../domain/meeting/title.ts';
import { mendedRule } from '../../../domain/ical/mend-rule.ts';
import { parseRule } from '../../../domain/recurrence/parse-rule.ts';
import { parseUntil } from '../../../domain/recurrence/parse-until.ts';
import { BOOKING_PARSERS } from './booking-parsers.ts';
import { FEED_PARSERS } from './feed-parsers.ts';
import { clientForwarded } from './forwarded.ts';
import { OBJECT_PARSERS } from './object-parsers.ts';
import type { Parser } from './pieces.ts';

const NOW = Date.UTC(2026, 2, 2, 8);
const DAY_MS = 86_400_000;
const room = { publicUrl: 'https://parley.example', name: 'max' };
const inRoom = roomTest(room);

/** Every parser of foreign content: what is added is tried with all shapes of what it reads. */
export const PARSERS: readonly Parser[] = [
  { name: 'prepare', reads: ['run', 'calendar'], parse: (text) => prepare(text, FEED_LIMITS) },
  { name: 'prepareWhole', reads: ['run', 'calendar'], parse: (text) => prepareWhole(text, FEED_LIMITS) },
  {
    name: 'parseCalendars',
    reads: ['calendar'],
    parse: (text) => parseCalendars(prepare(text, FEED_LIMITS).text ?? ''),
  },
  { name: 'readCalendar', reads: ['run', 'calendar'], parse: everythingOf, most: 100_000 },
  {
    name: 'readItip',
    reads: ['calendar'],
    parse: (text) => readItip([{ text, method: 'COUNTER' }], 'a@b.example'),
    most: 100_000,
  },
  ...FEED_PARSERS,
  ...BOOKING_PARSERS,
  ...OBJECT_PARSERS,
  {
    name: 'withoutIndent',
    reads: ['run'],
    parse: (text) => [
      withoutIndent(text),
      withoutIndent(`  BEGIN:VCALENDAR\r\n${text}`),
      withoutIndent(`BEGIN:VCALENDAR\r\n ${text}`),
    ],
  },
  {
    name: 'mendLines',
    reads: ['run', 'calendar'],
    parse: (text) => mendLines(text.replaceAll('a', '\nATTENDEE;a')),
  },
  {
    name: 'mendedUserLine',
    reads: ['run'],
    parse: (text) => mendedUserLine('ATTENDEE', `ATTENDEE;PARTSTAT=${text}`),
    most: 4_000,
  },
  { name: 'refold', reads: ['run'], parse: refold },
  { name: 'roomTest', reads: ['run'], parse: inRoom },
  { name: 'cleanText', reads: ['run'], parse: cleanText },
  { name: 'cleanLine', reads: ['run'], parse: cleanLine },
  { name: 'cleanUri', reads: ['run'], parse: cleanUri },
  { name: 'addressOf', reads: ['run'], parse: addressOf },
  { name: 'mailto', reads: ['run'], parse: mailto },
  { name: 'ianaZone', reads: ['run'], parse: (text) => ianaZone(text) },
  { name: 'tzidKey', reads: ['run'], parse: (text) => tzidKey(text) },
  { name: 'timeOf', reads: ['run'], parse: timeOf },
  { name: 'durationOf', reads: ['run'], parse: durationOf },
  { name: 'parseRule', reads: ['run', 'rule'], parse: parseRule },
  { name: 'parseUntil', reads: ['run'], parse: parseUntil },
  { name: 'mendedTimes', reads: ['run'], parse: (text) => mendedTimes(`EXDATE:${text}`) },
  { name: 'mendedTimes of a length', reads: ['run'], parse: (text) => mendedTimes(`DURATION:P${text}`) },
  { name: 'mendedTimes of periods', reads: ['run'], parse: (text) => mendedTimes(`RDATE:${text}/PT1H`) },
  {
    name: 'withSoundHead',
    reads: ['run'],
    parse: (text) => withSoundHead(`DTSTART;TZID=GMT+02:${text}:20260302T090000`),
  },
  {
    name: 'withoutBlanks',
    reads: ['run'],
    parse: (text) => withoutBlanks(`DTSTART ;TZID = ${text} ;X = a${text}@ : a`),
  },
  { name: 'writtenOffset', reads: ['run'], parse: (text) => writtenOffset(`+03${text}`) },
  { name: 'mendedRule', reads: ['run', 'rule'], parse: mendedRule },
  {
    name: 'calendarText',
    reads: ['run', 'calendar'],
    parse: (text) => calendarText(Buffer.from(text), undefined),
  },
  {
    name: 'readFeedUrl',
    reads: ['run'],
    parse: (text) => readFeedUrl(`https://${text}`, { allowHttp: false }),
  },
  { name: 'pauseAskedFor', reads: ['run'], parse: (text) => pauseAskedFor(503, text, NOW) },

  // Mail. What is made when it is asked for is asked for.
  {
    name: 'parseMime',
    reads: ['mail'],
    parse: async (text) => ({ ...(await parseMime(Buffer.from(text))) }),
  },
  {
    name: 'envelopeOf',
    reads: ['run', 'mail'],
    parse: (text) => envelopeOf(Buffer.from(text)),
    most: 64_000,
  },
  {
    name: 'addressedTo',
    reads: ['run', 'mail'],
    parse: (text) => addressedTo(Buffer.from(`To: ${text}`)),
    most: 64_000,
  },
  {
    name: 'dedupeKeyOf',
    reads: ['run', 'mail'],
    parse: (text) => dedupeKeyOf(Buffer.from(text)),
    most: 64_000,
  },
  { name: 'withoutRunsOfCr', reads: ['run'], parse: (text) => withoutRunsOfCr(Buffer.from(text)) },
  { name: 'who signed a message', reads: ['mail'], parse: signersOf, most: 64_000 },
  { name: 'addressesOf', reads: ['run'], parse: (text) => addressesOf(to(text), 'to'), most: 64_000 },
  { name: 'onlyAddress', reads: ['run'], parse: (text) => onlyAddress(to(text), 'to'), most: 4_000 },
  { name: 'messageIds', reads: ['run'], parse: (text) => messageIds([`<${text}>`]) },
  { name: 'unfolded', reads: ['run'], parse: unfolded },
  { name: 'decodeCalendar', reads: ['run'], parse: (text) => decodeCalendar(Buffer.from(text), undefined) },
  ...['', 'BEGIN:VCALENDAR ', 'QkVHSU46', 'begin 644 a\nMAAAA'].map((start) => ({
    name: `decodedContent of ${JSON.stringify(start)}`,
    reads: ['run'] as const,
    parse: (text: string) => decodedContent(Buffer.from(`${start}${text}`), 'base64'),
  })),
  { name: 'groupsIn', reads: ['run'], parse: (text) => groupsIn(`Action: ${text}`) },
  {
    name: 'saidInWords',
    reads: ['run'],
    parse: (text) => saidInWords(`could not ${text}`, ''),
    most: 12_000,
  },
  {
    name: 'otherReportOf',
    reads: ['run'],
    parse: (text) => [
      otherReportOf([], [{ ...PART, type: 'message/disposition-notification' }], `disposition: a; ${text}`),
      otherReportOf([{ key: 'content-type', line: `a: multipart/report; ${text}` }], [], text),
    ],
  },
  { name: 'withoutQuotedLines', reads: ['run'], parse: withoutQuotedLines },
  {
    name: 'withoutQuotedHtml',
    reads: ['run'],
    parse: (text) => [withoutQuotedHtml(text), withoutQuotedHtml(text.replaceAll('a', '<blockquote '))],
  },
  { name: 'newestOf', reads: ['run'], parse: (text) => newestOf(`${text}\nyes`), most: 10_000 },
  { name: 'leaningOf', reads: ['run'], parse: leaningOf },
  ...['en', 'de', 'es', 'fr', 'pt', 'ja'].map((spoken) => ({
    name: `timeInText (${spoken})`,
    reads: ['run'] as const,
    parse: (text: string) =>
      timeInText(`1${text}1`, {
        meeting: { startMs: NOW, endMs: NOW + DAY_MS },
        zone: 'UTC',
        language: spoken,
        nowMs: NOW,
      }),
    most: 2_400,
  })),
  {
    name: 'parseAuthenticationResults',
    reads: ['run'],
    parse: (text) => parseAuthenticationResults(`mx.parley.test; spf=pass ${text}`),
    most: 32_000,
  },
  { name: 'mayBeOf', reads: ['run'], parse: (text) => mayBeOf('a', text) },
  { name: 'signedNames', reads: ['run'], parse: signedNames },
  { name: 'organizationalDomain', reads: ['run'], parse: (text) => organizationalDomain(domainOf(text)) },
  { name: 'readTaggedAddress', reads: ['run'], parse: (text) => readTaggedAddress(`${text}@b`, '+') },
  { name: 'withoutSubAddress', reads: ['run'], parse: withoutSubAddress },

  // What people and programs write to the API and the pages.
  { name: 'hideAddresses', reads: ['run'], parse: hideAddresses },
  {
    name: 'asTold',
    reads: ['run'],
    parse: (note) =>
      asTold({
        ...{ type: 'proposed', key: '', door: 'mail', attendeeId: 'guest', proposalId: '', note },
        ...{ startMs: NOW, endMs: NOW, sequence: null, linkId: null },
      }),
  },
  {
    name: 'hideTheseAddresses',
    reads: ['run'],
    parse: (text) => hideTheseAddresses(text, ['a@b.example', 'a-1+a@a-a.a']),
  },
  { name: 'meetingTitle', reads: ['run'], parse: meetingTitle },
  { name: 'octetsOfBase64', reads: ['run'], parse: (text) => refused(() => octetsOfBase64(`YQ==${text}`)) },
  { name: 'envelopeAddress', reads: ['run'], parse: envelopeAddress },
  ...Object.entries({
    email: email(),
    instant: instant(),
    language: language(),
    lineOfText: lineOfText(1_000_000),
    timezone: timezone(),
  }).map(([name, field]) => ({
    name: `a field: ${name}`,
    reads: ['run'] as const,
    parse: (text: string) => field.safeParse(text),
  })),
  // Node takes 16 kB of header.
  { name: 'X-Forwarded-For', reads: ['run'], parse: clientForwarded, most: 16_000 },
  { name: 'lookUpLanguage', reads: ['run'], parse: (text) => lookUpLanguage([text], ['en']), most: 16_000 },
];

const PART = { disposition: null, filename: null, parameters: {}, content: Buffer.alloc(0) };

const to = (text: string) => [{ key: 'to', line: `To: ${text}` }];

async function signersOf(text: string) {
  const raw = Buffer.from(text);
  const header = await readHeader(raw);
  if (header === null) return null;
  withSoundSignatures(raw, header);
  return [
    isWorthChecking(raw, header),
    signedBy(header, 'b.example'),
    isSealedWhole(header),
    byOwnServer(header, { authservIds: ['mx.parley.test'], trustedSealers: ['mx.parley.test'] }),
  ];
}

function refused(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

/** Times are read when they are asked for. */
function everythingOf(text: string) {
  return readCalendar(text).events.map(({ time, timeProblem }) => [time, timeProblem]);
}
