import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { DateTime, Duration } from 'luxon';
import { encode, wrap } from 'nodemailer/lib/qp';

const FOLDER = new URL('../fixtures/cases/imip/', import.meta.url);

/** What the placeholders of a template stand for. */
export interface CaseValues {
  uid: string;
  organizer: string;
  attendee: string;
  to: string;
  /** SEQUENCE of the newest invitation. */
  sequence: number;
  startMs: number;
  endMs: number;
  /** With angle brackets: the Message-ID of the invitation. */
  invitation: string;
  nowMs?: number;
}

/** The templates that are an answer of their own; `NN.before` is sent first. */
export const caseNames = (): string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.eml') && !file.endsWith('.before.eml'))
    .map((file) => file.slice(0, -4))
    .sort();

/** The mail of a template of test/fixtures/cases/imip, filled and encoded, with CRLF. */
export const caseMail = (name: string, values: CaseValues): Buffer =>
  encodeCase(fillCase(readFileSync(new URL(`${name}.eml`, FOLDER), 'utf8'), values));

/**
 * Fills `@@NAME@@`: UID, ORGANIZER, ATTENDEE, TO, SEQ, INVITATION, DTSTART, DTEND, NOW, HOUR, DATE, MSGID; with a part
 * (`[:9]`), a distance (`+2h`, `-7d`, SEQ `+1`), a zone (`|Europe/Berlin`, `|DATE` its UTC day) or in capitals (`^`).
 *
 * @throws Error when a placeholder has no meaning
 */
export function fillCase(template: string, values: CaseValues): string {
  const now = DateTime.fromMillis(values.nowMs ?? Date.now(), { zone: 'utc' });
  const moments: Record<string, DateTime> = {
    DTSTART: DateTime.fromMillis(values.startMs, { zone: 'utc' }),
    DTEND: DateTime.fromMillis(values.endMs, { zone: 'utc' }),
    NOW: now,
    HOUR: now.startOf('hour'),
  };
  const texts: Record<string, string> = {
    UID: values.uid,
    ORGANIZER: values.organizer,
    ATTENDEE: values.attendee,
    TO: values.to,
    INVITATION: values.invitation,
    DATE: now.toRFC2822() ?? '',
    MSGID: `<${randomUUID()}@mail.example.net>`,
  };
  return template.replace(PLACEHOLDER, (found, ...rest) => {
    const { name, from, to, distance, unit, zone, capitals } = rest.at(-1) as Record<string, string>;
    const moment = moments[name!];
    if (moment) return written(moved(moment, Number(distance ?? 0), unit), zone);
    if (name === 'SEQ') return String(values.sequence + Number(distance ?? 0));
    const text = texts[name!];
    if (text === undefined) throw new Error(`${found} means nothing`);
    const part = text.slice(Number(from ?? 0), to ? Number(to) : undefined);
    return capitals ? part.toUpperCase() : part;
  });
}

const PLACEHOLDER =
  /@@(?<name>[A-Z]+)(?:\[(?<from>\d*):(?<to>\d*)\])?(?:(?<distance>[+-]\d+)(?<unit>[dhm]?))?(?:\|(?<zone>[\w/+-]+))?(?<capitals>\^)?@@/g;

const UNITS: Record<string, string> = { d: 'days', h: 'hours', m: 'minutes' };

const moved = (moment: DateTime, distance: number, unit = 'm'): DateTime =>
  moment.plus(Duration.fromObject({ [UNITS[unit] ?? 'minutes']: distance }));

function written(moment: DateTime, zone: string | undefined): string {
  if (zone === 'DATE') return moment.toFormat('yyyyMMdd');
  const local = "yyyyMMdd'T'HHmmss";
  return zone ? moment.setZone(zone).toFormat(local) : moment.toFormat(`${local}'Z'`);
}

/** Encodes the parts that ask for it with `X-Fill: base64 | qp | utf16le-base64 | latin1-qp | smime-opaque`. */
export const encodeCase = (mail: string): Buffer => Buffer.from(encodedLines(mail.split('\n')).join('\r\n'));

function encodedLines(lines: readonly string[]): string[] {
  const out: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at++]!;
    const kind = /^X-Fill: (\S+)$/.exec(line)?.[1];
    if (kind === undefined) {
      out.push(line);
      continue;
    }
    const end = lines.indexOf('', at);
    if (kind === 'smime-opaque') {
      return [...out, ...lines.slice(at, end), ...signedLines(encodedLines(lines.slice(end + 1)))];
    }
    const coding = kind.endsWith('qp') ? 'quoted-printable' : 'base64';
    out.push(`Content-Transfer-Encoding: ${coding}`, ...lines.slice(at, end), '');
    const next = lines.findIndex((one, index) => index > end && /^--[\w=.:-]+$/.test(one));
    at = next === -1 ? lines.length : next;
    const body = `${lines
      .slice(end + 1, at)
      .join('\r\n')
      .replace(/[\r\n]+$/, '')}\r\n`;
    out.push(...codedLines(inCharset(body, kind), coding));
  }
  return out;
}

function inCharset(body: string, kind: string): Buffer {
  if (kind === 'utf16le-base64') return iconv.encode(body, 'utf-16le', { addBOM: true });
  return iconv.encode(body, kind === 'latin1-qp' ? 'latin1' : 'utf-8');
}

const codedLines = (octets: Buffer, coding: string): string[] =>
  coding === 'base64'
    ? (octets.toString('base64').match(/.{1,76}/g) ?? [])
    : wrap(encode(octets), 76).replace(/\r\n$/, '').split('\r\n');

/** An entity as a signed application/pkcs7-mime (RFC 8551 §3.5.2), by a certificate that is made on the spot. */
function signedLines(entity: readonly string[]): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'parley-smime-'));
  try {
    const [key, certificate] = [join(directory, 'key'), join(directory, 'certificate')];
    const made = ['-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=guest', '-days', '2'];
    const quiet = { stdio: 'pipe' } as const;
    execFileSync('openssl', ['req', '-x509', ...made, '-keyout', key, '-out', certificate], quiet);
    const signed = execFileSync(
      'openssl',
      ['cms', '-sign', '-nodetach', '-binary', '-signer', certificate, '-inkey', key, '-outform', 'DER'],
      { ...quiet, input: entity.join('\r\n') },
    );
    return [
      'Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment; filename="smime.p7m"',
      '',
      ...codedLines(signed, 'base64'),
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
