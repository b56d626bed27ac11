import { beforeValue, PARAMETERS_LIMIT } from './content-line.ts';
import { withoutBlanks, withSoundHead } from './mend-head.ts';
import { isUnreadable, mendedTimes } from './mend-times.ts';

export interface PrepareOptions {
  /** The most calendar text that is read, in characters. */
  characters: number;
  /** The most components that are read. */
  components: number;
}

/** An invitation's answer has a few thousand characters; what is longer, or has more events, is none. */
export const ANSWER_LIMITS: PrepareOptions = {
  characters: 1_000_000,
  components: 2_000,
};

/** A calendar of a company, with a component for every alarm. */
export const FEED_LIMITS: PrepareOptions = {
  characters: 50_000_000,
  components: 500_000,
};

export type PrepareProblem =
  | 'calendar-too-large'
  | 'too-many-components'
  | 'no-calendar'
  /** Events stand there without a VCALENDAR around them. */
  | 'calendar-missing'
  | 'line-unreadable'
  /** A time or a rule breaks its grammar and can mean only one thing. */
  | 'value-mended'
  | 'component-unbalanced';

/**
 * Makes text that ical.js can parse out of what people's programs send: a BOM, any line end, lines that are no
 * content lines (dropped), components without their END (closed), stray ENDs (dropped), events without a calendar
 * (given one), times in other notations. Rules become TEXT: ical.js refuses a whole file for one that it does not know. `text`
 * is null when there is nothing to parse.
 */
export function prepare(
  raw: string,
  options: PrepareOptions = ANSWER_LIMITS,
): { text: string | null; problems: PrepareProblem[] } {
  if (raw.length > options.characters) return { text: null, problems: ['calendar-too-large'] };
  const problems = new Set<PrepareProblem>();
  const lines: string[] = [];
  const open: string[] = [];
  // How many of each name are open: to look through them for each END would take the square of the time.
  const openNames = new Map<string, number>();
  let components = 0;
  /** The calendar that is open is one that nobody wrote. */
  let isImplied = false;
  const isOpen = (name: string): boolean => (openNames.get(name) ?? 0) > 0;
  const begin = (name: string): void => {
    open.push(name);
    openNames.set(name, (openNames.get(name) ?? 0) + 1);
    lines.push(`BEGIN:${name}`);
  };
  const closeUpTo = (name: string): void => {
    while (open.length > 0) {
      const inner = open.pop() as string;
      openNames.set(inner, (openNames.get(inner) ?? 0) - 1);
      lines.push(`END:${inner}`);
      if (inner === 'VCALENDAR') isImplied = false;
      if (inner === name) return;
      problems.add('component-unbalanced');
    }
  };
  for (const line of contentLines(raw)) {
    const [, keyword, component] = (MAY_BE_DELIMITER.test(line) && DELIMITER.exec(line)) || [];
    if (keyword === undefined || component === undefined) {
      const sound = open.length > 0 && !SPOILT_DELIMITER.test(line) ? soundLine(line) : null;
      if (sound !== null) {
        const mended = mendedTimes(sound);
        if (mended !== line && !isUnreadable(mended)) problems.add('value-mended');
        lines.push(ruleAsText(mended));
      } else if (line.trim() !== '') problems.add('line-unreadable');
      continue;
    }
    const name = component.toUpperCase();
    if (keyword.toUpperCase() === 'BEGIN') {
      if (++components > options.components) return { text: null, problems: ['too-many-components'] };
      if (isImplied && name === 'VCALENDAR') closeUpTo('VCALENDAR');
      // No event is within another: the END of that one is missing.
      if (name === 'VEVENT' && isOpen('VEVENT')) {
        problems.add('component-unbalanced');
        closeUpTo('VEVENT');
      }
      if (open.length === 0 && OF_A_CALENDAR.has(name)) {
        problems.add('calendar-missing');
        isImplied = true;
        begin('VCALENDAR');
      }
      if (open.length > 0 || name === 'VCALENDAR') begin(name);
    } else if (isOpen(name)) closeUpTo(name);
    else if (!(name === 'VCALENDAR' && problems.has('calendar-missing')))
      problems.add('component-unbalanced');
  }
  if (isImplied && open.length > 0) closeUpTo('VCALENDAR');
  if (open.length > 0) problems.add('component-unbalanced');
  lines.push(...open.reverse().map((name) => `END:${name}`));
  if (components === 0 || lines.length === 0) problems.add('no-calendar');
  return { text: lines.length === 0 ? null : lines.join('\r\n'), problems: [...problems] };
}

/** What stands in a calendar, and may stand there without one. */
const OF_A_CALENDAR = new Set(['VEVENT', 'VTIMEZONE']);

/** Of ten megabytes most of the time is spent here, so that what no line has is not looked for in each. */
const MAY_BE_DELIMITER = /^[be]/i;
const DELIMITER = /^(BEGIN|END)\s*:\s*([\w-]+)\s*$/i;
/** To ical.js it begins or ends a component, of a name that there cannot be. */
const SPOILT_DELIMITER = /^(BEGIN|END)\s*[:;]/i;

/** Lines end with CRLF, LF or CR, and go on in one that begins with a blank. */
function contentLines(raw: string): string[] {
  const text = raw.replace(/^\ufeff+/, '');
  const ended = /\r(?!\n)/.test(text) ? text.replace(/\r\n?/g, '\n') : text;
  const lines: string[] = [];
  for (const part of ended.split('\n')) {
    const line = part.endsWith('\r') ? part.slice(0, -1) : part;
    if (lines.length > 0 && (line.startsWith(' ') || line.startsWith('\t')))
      lines[lines.length - 1] += line.slice(1);
    else lines.push(line);
  }
  return lines;
}

/** A content line, of one that may be meant as such; null when there is none in it. */
function soundLine(line: string): string | null {
  if (isContentLine(line)) return line;
  const mended = withSoundHead(withoutBlanks(line));
  return mended !== line && isContentLine(mended) ? mended : null;
}

function isContentLine(line: string): boolean {
  const before = beforeValue(line);
  return before !== null && before.length <= PARAMETERS_LIMIT;
}

function ruleAsText(line: string): string {
  const rule = /^(?:RRULE|EXRULE)(?=[;:])/i.exec(line)?.[0];
  return rule === undefined ? line : `${rule};VALUE=TEXT${line.slice((beforeValue(line)?.length ?? 1) - 1)}`;
}
