export interface PrepareOptions {
  /** The most calendar text that is read, in characters. */
  characters: number;
  /** The most components that are read. */
  components: number;
  /**
   * Rules of events become TEXT: ical.js refuses a whole file for one rule that it does not know. Rules of time zones
   * stay what they are.
   */
  rulesAsText: boolean;
}

/** An invitation's answer has a few thousand characters; what is longer, or has more events, is none. */
export const ANSWER_LIMITS: PrepareOptions = {
  characters: 1_000_000,
  components: 2_000,
  rulesAsText: false,
};

/** A calendar of a company, with a component for every alarm. */
export const FEED_LIMITS: PrepareOptions = {
  characters: 50_000_000,
  components: 500_000,
  rulesAsText: true,
};

export type PrepareProblem =
  'calendar-too-large' | 'too-many-components' | 'no-calendar' | 'line-unreadable' | 'component-unbalanced';

/**
 * Makes text that ical.js can parse out of what people's programs send: a BOM, any line end, lines that are no
 * content lines (dropped), components without their END (closed) and stray ENDs (dropped). `text` is null when
 * there is nothing to parse.
 */
export function prepare(
  raw: string,
  options: PrepareOptions = ANSWER_LIMITS,
): { text: string | null; problems: PrepareProblem[] } {
  if (raw.length > options.characters) return { text: null, problems: ['calendar-too-large'] };
  const problems = new Set<PrepareProblem>();
  const lines: string[] = [];
  const open: string[] = [];
  let components = 0;
  for (const line of contentLines(raw)) {
    const [, keyword, component] = /^(BEGIN|END)\s*:\s*([\w-]+)\s*$/i.exec(line) ?? [];
    if (keyword === undefined || component === undefined) {
      if (open.length > 0 && isContentLine(line))
        lines.push(options.rulesAsText && open.at(-1) === 'VEVENT' ? ruleAsText(line) : line);
      else if (line.trim() !== '') problems.add('line-unreadable');
      continue;
    }
    const name = component.toUpperCase();
    if (keyword.toUpperCase() === 'BEGIN') {
      if (++components > options.components) return { text: null, problems: ['too-many-components'] };
      if (open.length > 0 || name === 'VCALENDAR') {
        open.push(name);
        lines.push(`BEGIN:${name}`);
      }
    } else if (open.includes(name)) {
      while (open.length > 0) {
        const inner = open.pop() as string;
        lines.push(`END:${inner}`);
        if (inner === name) break;
        problems.add('component-unbalanced');
      }
    } else problems.add('component-unbalanced');
  }
  if (open.length > 0) problems.add('component-unbalanced');
  lines.push(...open.reverse().map((name) => `END:${name}`));
  if (components === 0 || lines.length === 0) problems.add('no-calendar');
  return { text: lines.length === 0 ? null : lines.join('\r\n'), problems: [...problems] };
}

const contentLines = (raw: string): string[] =>
  raw
    .replace(/^\ufeff+/, '')
    .replace(/\r\n?|\n/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n');

/** The most characters before a line's value; ical.js takes longer than in proportion for more. */
const PARAMETERS_LIMIT = 10_000;

/** `name [;parameter=value] : value` (RFC 5545 §3.1); a quoted parameter value may contain anything but quotes. */
function isContentLine(line: string): boolean {
  const beforeValue = /^[\w-]+(?:;[\w-]+=(?:"[^"]*"|[^":;])*)*:/.exec(line)?.[0];
  return beforeValue !== undefined && beforeValue.length <= PARAMETERS_LIMIT;
}

const ruleAsText = (line: string): string => line.replace(/^(RRULE|EXRULE)(?:;[^:]*)?:/i, '$1;VALUE=TEXT:');
