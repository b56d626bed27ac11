/** Numbers by chance that are the same for the same seed (mulberry32). */
export function seeded(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (limit: number): number => Math.floor(next() * limit),
    one: <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]!,
  };
}

export type Chance = ReturnType<typeof seeded>;

/** Damages a message; `other` is one to take pieces of. */
type Mutation = (raw: Buffer, chance: Chance, other: Buffer) => Buffer;

const LARGEST = 2_000_000;

/** What goes wrong on the way, what broken programs write, and what somebody may try. */
const MUTATIONS: Mutation[] = [
  function flipBytes(raw, { below }) {
    const flipped = Buffer.from(raw);
    for (let i = below(20); i >= 0; i -= 1) flipped[below(raw.length)] = below(256);
    return flipped;
  },
  (raw, { below }) => raw.subarray(0, below(raw.length)),
  function swapLines(raw, { below }) {
    const lines = linesOf(raw);
    const [a, b] = [below(lines.length), below(lines.length)];
    [lines[a], lines[b]] = [lines[b]!, lines[a]!];
    return joined(lines);
  },
  function repeatLine(raw, { below, one }) {
    const lines = linesOf(raw);
    const at = below(lines.length);
    lines.splice(
      at,
      0,
      ...Array<string>(one([1, 2, 5, 50, 50, below(10) === 0 ? 3_000 : 3])).fill(lines[at]!),
    );
    return joined(lines);
  },
  function dropLines(raw, { below }) {
    const lines = linesOf(raw);
    lines.splice(below(lines.length), 1 + below(5));
    return joined(lines);
  },
  function changeHeader(raw, { below, one }) {
    const lines = linesOf(raw);
    const headers = lines.flatMap((line, at) => (/^[\w-]+:/.test(line) ? [at] : []));
    if (headers.length === 0) return raw;
    const at = one(headers);
    const name = /^[\w-]+/.exec(lines[at]!)![0];
    lines[at] = one([
      `${name}:`,
      `${name}: ${'=?utf-8?B?'.repeat(below(50))}`,
      `${name}: =?x-none?Q?=FF=FE=00?= <a@b`,
      `${name}: ${'('.repeat(below(2_000))}"`,
      `${name}: text/calendar; method=REPLY; charset=${one(['utf-16', 'utf-7', 'iso-2022-jp', 'x'.repeat(500)])}`,
      `${name}: multipart/mixed; boundary="${one(['', '--', 'x'.repeat(300), '\u00ff'])}"`,
      `${name}: \0\u0001\u007f\u00a0`,
      `${name} : a\r\n\tb\r\n\r\n c`,
    ]);
    return joined(lines);
  },
  function changeProperty(raw, { one }) {
    return replaceOnce(
      raw,
      one(['UID:', 'SEQUENCE:', 'DTSTAMP:', 'DTSTART', 'PARTSTAT=', 'METHOD:', 'TZID', 'BEGIN:', 'END:']),
      one([
        '',
        'X:',
        'UID:',
        'BEGIN:VCALENDAR\r\n',
        'DTSTART;VALUE=DATE:',
        'RRULE:FREQ=SECONDLY\r\n',
        '"',
        ';=:',
      ]),
    );
  },
  (raw, chance) =>
    replaceOnce(raw, 'boundary=', chance.one(['boundry=', 'boundary*0="', 'boundary=\r\n ', ''])),
  (raw, chance) =>
    replaceOnce(raw, '\r\n--', chance.one(['\r\n-', '\r\n----', '\n--', '\r\n --', '\r\n--\r\n--'])),
  function damageBase64(raw, { below, one }) {
    const text = raw.toString('latin1');
    const at = text.search(/^[A-Za-z0-9+/]{60,}/m);
    if (at === -1) return raw;
    const broken = at + below(Math.min(400, text.length - at));
    return Buffer.from(
      text.slice(0, broken) +
        one(['=', '====', '!!', '\0', '\r\n\r\n', '-_']) +
        text.slice(broken + below(4)),
      'latin1',
    );
  },
  (raw, chance) =>
    replaceOnce(raw, 'Content-Transfer-Encoding: ', chance.one(['X: ', 'Content-Transfer-Encoding: x-'])),
  (raw, { below }, other) =>
    Buffer.concat([raw.subarray(0, below(raw.length)), other.subarray(below(other.length))]),
  function repeatPiece(raw, { below, one }) {
    const start = below(raw.length);
    const piece = raw.subarray(start, start + 1 + below(200));
    const times = Math.floor(
      one([500, 500, 2_000, 2_000, 2_000, 2_000, 20_000, 20_000, 20_000, below(20) === 0 ? LARGEST : 2_000]) /
        piece.length,
    );
    return Buffer.concat([raw.subarray(0, start), ...Array<Buffer>(times).fill(piece), raw.subarray(start)]);
  },
  (raw, { one }) =>
    Buffer.from(raw.toString('latin1').replaceAll('\r\n', one(['\n', '\r', '\r\r\n'])), 'latin1'),
];

/** One to three mutations, one after the other. */
export function mutated(raw: Buffer, chance: Chance, other: Buffer): Buffer {
  let message = raw;
  for (let i = chance.below(3); i >= 0; i -= 1) {
    if (message.length > 0) message = chance.one(MUTATIONS)(message, chance, other);
  }
  return message.subarray(0, LARGEST);
}

const linesOf = (raw: Buffer): string[] => raw.toString('latin1').split('\r\n');
const joined = (lines: string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1');

function replaceOnce(raw: Buffer, what: string, by: string): Buffer {
  const at = raw.indexOf(what);
  if (at === -1) return raw;
  return Buffer.concat([raw.subarray(0, at), Buffer.from(by, 'latin1'), raw.subarray(at + what.length)]);
}
