import { beforeValue, PARAMETERS_LIMIT } from './content-line.ts';
import { mayHoldTime, mendedTimes } from './mend-times.ts';
import type { PrepareOptions } from './prepare.ts';

const [LF, SPACE, TAB, COLON, SEMICOLON] = [10, 32, 9, 58, 59];

const DELIMITER = /(BEGIN|END):([A-Z0-9-]+)\r?(?=\n|$)/y;
/** As a delimiter, or a property that would be taken for one. */
const LIKE_DELIMITER = /(?:BEGIN|END)[\s:;]/iy;
const RULE = /(?:RRULE|EXRULE)(?=[;:])/iy;

/**
 * Prepares a calendar in which nothing is wrong, as nearly all are: its rules become TEXT, and the rest stays as it is,
 * folded, and one string. Taking ten megabytes apart and putting them together again takes as long as parsing them.
 *
 * @returns null when anything is odd; `prepare` knows what to do then
 */
export function prepareWhole(raw: string, options: PrepareOptions): string | null {
  if (raw.length > options.characters) return null;
  const open: string[] = [];
  let text = '';
  let taken = raw.charCodeAt(0) === 0xfeff ? 1 : 0;
  let components = 0;
  let inEvent = false;
  let carriageReturn = raw.indexOf('\r');
  for (let start = taken; start < raw.length;) {
    const end = endOfLine(raw, start);
    for (
      ;
      carriageReturn >= 0 && carriageReturn < end;
      carriageReturn = raw.indexOf('\r', carriageReturn + 1)
    ) {
      if (raw.charCodeAt(carriageReturn + 1) !== LF) return null;
    }
    if (mayBeDelimiter(raw.charCodeAt(start)) && matchAt(LIKE_DELIMITER, raw, start)) {
      const delimiter = matchAt(DELIMITER, raw, start);
      if (delimiter === null || start + delimiter[0].length !== end) return null;
      const [, keyword, name = ''] = delimiter;
      if (keyword === 'BEGIN') {
        if (name === 'VEVENT' && inEvent) return null;
        inEvent ||= name === 'VEVENT';
        if ((open.length === 0 && name !== 'VCALENDAR') || ++components > options.components) return null;
        open.push(name);
      } else if (open.pop() !== name) return null;
      else if (name === 'VEVENT') inEvent = false;
    } else if (open.length > 0) {
      const afterName = endOfName(raw, start);
      if (afterName < 0 || afterName > end || isOddTime(raw, start, end)) return null;
      const rule = matchAt(RULE, raw, start);
      if (rule) {
        text += `${raw.slice(taken, start)}${rule[0]};VALUE=TEXT`;
        taken = afterName - 1;
      }
    } else if (raw.slice(start, end).trim() !== '') return null;
    start = end + 1;
  }
  return open.length > 0 || components === 0 ? null : text + raw.slice(taken);
}

/** What `mendedTimes` would write otherwise. */
function isOddTime(raw: string, start: number, end: number): boolean {
  if (!mayHoldTime(raw, start)) return false;
  const line = raw.slice(start, end).replace(/\r?\n[ \t]|\r$/g, '');
  return mendedTimes(line) !== line;
}

/** B or E, in any case. */
const mayBeDelimiter = (code: number): boolean => (code & ~32) === 66 || (code & ~32) === 69;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Where the line ends that no other goes on, or the text. */
function endOfLine(raw: string, start: number): number {
  let end = raw.indexOf('\n', start);
  for (; end >= 0; end = raw.indexOf('\n', end + 1)) {
    const next = raw.charCodeAt(end + 1);
    if (next !== SPACE && next !== TAB) return end;
  }
  return raw.length;
}

/** Behind the colon before a line's value (RFC 5545 §3.1); -1: it is no content line. */
function endOfName(raw: string, start: number): number {
  let at = start;
  let code = raw.charCodeAt(at);
  while (isNameCode(code)) code = raw.charCodeAt(++at);
  if (at === start) return -1;
  if (code === COLON) return at + 1;
  if (code !== SEMICOLON) return -1;
  const before = beforeValue(raw, start);
  return before === null || before.length > PARAMETERS_LIMIT ? -1 : start + before.length;
}

const isNameCode = (code: number): boolean =>
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  code === 45 ||
  code === 95;
