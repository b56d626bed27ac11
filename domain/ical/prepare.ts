/** The most calendar text that is read, in characters; an invitation's answer has a few thousand. */
export const CALENDAR_TEXT_LIMIT = 1_000_000;
/** The most components that are read; more are no answer to an invitation. */
export const COMPONENT_LIMIT = 2_000;

export type PrepareProblem =
  'calendar-too-large' | 'too-many-components' | 'no-calendar' | 'line-unreadable' | 'component-unbalanced';

/**
 * Makes text that ical.js can parse out of what people's programs send: a BOM, any line end, lines that are no
 * content lines (dropped), components without their END (closed) and stray ENDs (dropped). `text` is null when
 * there is nothing to parse.
 */
export function prepare(raw: string): { text: string | null; problems: PrepareProblem[] } {
  if (raw.length > CALENDAR_TEXT_LIMIT) return { text: null, problems: ['calendar-too-large'] };
  const problems = new Set<PrepareProblem>();
  const lines: string[] = [];
  const open: string[] = [];
  let components = 0;
  for (const line of contentLines(raw)) {
    const [, keyword, component] = /^(BEGIN|END)\s*:\s*([\w-]+)\s*$/i.exec(line) ?? [];
    if (keyword === undefined || component === undefined) {
      if (open.length > 0 && isContentLine(line)) lines.push(line);
      else if (line.trim() !== '') problems.add('line-unreadable');
      continue;
    }
    const name = component.toUpperCase();
    if (keyword.toUpperCase() === 'BEGIN') {
      if (++components > COMPONENT_LIMIT) return { text: null, problems: ['too-many-components'] };
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
