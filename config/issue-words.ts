import type { z } from 'zod';

/**
 * What a schema refuses, in words of ours, as a sentence that the field's name begins: what is wanted, and where one cannot
 * see it what came. It quotes nothing that came but names of fields: values may be secrets. To be given to a parse as its
 * `error`: a schema's own words for a problem go before these.
 */
export function issueWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input);
    case 'invalid_value':
      return issue.input === undefined ? MISSING : oneOf(issue.values);
    case 'invalid_format':
      return FORMATS[issue.format] ?? otherFormat(issue);
    case 'too_small':
      return issue.minimum === 1 && sizeOf(issue.input) === 0 ? 'must not be empty' : wrongSize(issue);
    case 'too_big':
      return wrongSize(issue);
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'unrecognized_keys':
      return `must not have the fields ${issue.keys.join(', ')}`;
    case 'invalid_key':
      return `its name ${issue.issues.map(({ message }) => message).join(', and ')}`;
    case 'invalid_element':
      return `one of its entries ${issue.issues.map(({ message }) => message).join(', and ')}`;
    case 'invalid_union':
      return noneOf(issue);
    case 'custom':
      return issue.input === undefined ? MISSING : 'cannot be used';
  }
}

const MISSING = 'is missing';

function wrongType(expected: string, input: unknown): string {
  if (NOTHING.has(expected)) return 'must be absent';
  if (input === undefined || expected === 'nonoptional') return MISSING;
  const wanted = TYPES[expected] ?? `a ${expected}`;
  const came = typeof input === 'number' && NUMBERS.has(expected) ? null : typeOf(input);
  return came === null ? `must be ${wanted}` : `must be ${wanted}, not ${came}`;
}

const NOTHING = new Set(['never', 'undefined', 'void']);
const NUMBERS = new Set(['number', 'int', 'bigint', 'nan']);

/** Of schemas, of what JSON and forms carry, and of JavaScript; a class is told by its name. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  bigint: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  nan: 'no number',
  Buffer: 'bytes',
};

/** Null where that says nothing: of text that should have been a number it is only left that it is none. */
function typeOf(input: unknown): string | null {
  if (input === null) return TYPES.null!;
  if (Array.isArray(input)) return TYPES.array!;
  return Number.isNaN(input) ? null : (TYPES[typeof input] ?? null);
}

const FORMATS: Readonly<Record<string, string>> = {
  email: 'must be an e-mail address',
  uuid: 'must be an id',
  guid: 'must be an id',
  url: 'must be an address like https://example.com/',
  datetime: 'must be ISO 8601 with "Z" or an offset, for example 2030-05-17T14:00:00Z',
  date: 'must be a date, for example 2030-05-17',
  time: 'must be a time, for example 14:00:00',
  duration: 'must be an ISO 8601 duration, for example PT45M',
  ipv4: 'must be an IPv4 address',
  ipv6: 'must be an IPv6 address',
  base64: 'must be base64',
  base64url: 'must be base64url',
  json_string: 'must be JSON',
};

function otherFormat(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidStringFormat>): string {
  const { prefix, suffix, includes, pattern } = issue as Partial<Record<string, unknown>>;
  switch (issue.format) {
    case 'starts_with':
      return `must begin with ${String(prefix)}`;
    case 'ends_with':
      return `must end with ${String(suffix)}`;
    case 'includes':
      return `must have ${String(includes)} in it`;
    case 'regex':
      return `must match ${String(pattern)}`;
    default:
      return `must be of the form ${issue.format}`;
  }
}

type WrongSize = z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig>;

function wrongSize(issue: WrongSize): string {
  const isBig = issue.code === 'too_big';
  const limit = isBig ? issue.maximum : issue.minimum;
  const unit = UNITS[issue.origin];
  if (issue.origin === 'date') return `must be ${isBig ? 'no later' : 'no earlier'} than ${isoOf(limit)}`;
  if (unit === undefined) return `must be ${bound(issue)} ${limit}`;
  const size = sizeOf(issue.input);
  const words = `must have ${issue.exact ? 'exactly' : bound(issue)} ${limit} ${limit === 1 ? unit[0] : unit[1]}`;
  return size === null ? words : `${words}, not ${size}`;
}

const bound = ({ code, inclusive }: WrongSize): string =>
  inclusive === false ? BOUNDS[code].exclusive : BOUNDS[code].inclusive;

const BOUNDS = {
  too_small: { inclusive: 'at least', exclusive: 'more than' },
  too_big: { inclusive: 'at most', exclusive: 'less than' },
} as const;

const ENTRIES = ['entry', 'entries'] as const;
const UNITS: Readonly<Record<string, readonly [one: string, more: string]>> = {
  string: ['character', 'characters'],
  file: ['byte', 'bytes'],
  array: ENTRIES,
  tuple: ENTRIES,
  set: ENTRIES,
  map: ENTRIES,
  object: ['field', 'fields'],
};

function sizeOf(input: unknown): number | null {
  const { length, size } = Object(input) as { length?: unknown; size?: unknown };
  const found = length ?? size;
  return typeof found === 'number' ? found : null;
}

const isoOf = (time: number | bigint): string => new Date(Number(time)).toISOString();

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? `must be ${String(values[0])}` : `must be one of ${values.map(String).join(', ')}`;

type NoForm = z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>;

function noneOf(issue: NoForm): string {
  const { options } = issue as { options?: readonly unknown[] };
  if (options) return discriminated(issue, options);
  if (issue.errors.length === 0) return 'must have one form alone';
  const forms = issue.errors.map((problems) => problems.map(inside).join(' and '));
  return [...new Set(forms)].join(', or ');
}

/** Said of the field that tells the forms apart, while what came is the whole. */
function discriminated({ discriminator = '', input }: NoForm, options: readonly unknown[]): string {
  return (input as Record<string, unknown>)[discriminator] === undefined ? MISSING : oneOf(options);
}

const inside = ({ path, message }: z.core.$ZodIssue): string =>
  [path.join('.'), message].filter(Boolean).join(' ');
