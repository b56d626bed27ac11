import type { Feature, Report } from '../support/server-tester.ts';
import { REASONS } from './reasons.ts';

export const [BEGIN, END] = ['<!-- caldav-server-tester: begin -->', '<!-- caldav-server-tester: end -->'];

/** Both reports beside each other in Markdown, every feature, with what the tool saw and why it is so. */
export function tableOf(reports: { parley: Report; radicale: Report }): string {
  const names = [...new Set([...Object.keys(reports.parley), ...Object.keys(reports.radicale)])].sort();
  const rows = names.map((name) => {
    const [ours, theirs] = [reports.parley[name], reports.radicale[name]];
    return [`\`${name}\``, told(ours), told(theirs), noteOf(name, ours, theirs)];
  });
  const head = ['Feature', 'Parley', 'Radicale', 'Seen by the tool; our reason'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What the table says of a feature, so that a run can be compared with it. */
export function readTable(markdown: string): {
  parley: Record<string, string>;
  radicale: Record<string, string>;
} {
  const rows = [...between(markdown).matchAll(/^\| `([^`]+)` +\| ([^|]*?) +\| ([^|]*?) +\|/gm)];
  const column = (at: 2 | 3) =>
    Object.fromEntries(rows.map((row) => [row[1]!, row[at]!] as const).filter(([, cell]) => cell !== '–'));
  return { parley: column(2), radicale: column(3) };
}

/** The document with another table in it. */
export const withTable = (markdown: string, table: string): string =>
  markdown.replace(`${BEGIN}${between(markdown)}${END}`, () => `${BEGIN}\n\n${table}\n\n${END}`);

function between(markdown: string): string {
  const [from, to] = [markdown.indexOf(BEGIN), markdown.indexOf(END)];
  if (from < 0 || to < from) throw new Error('docs/clients.md has no place for the report');
  return markdown.slice(from + BEGIN.length, to);
}

export function told(feature: Feature | undefined): string {
  if (!feature) return '–';
  if (feature.support !== undefined) return feature.support;
  return feature['value'] === true ? 'yes' : 'no';
}

function noteOf(name: string, ours: Feature | undefined, theirs: Feature | undefined): string {
  const seen = [
    ['Parley', ours?.behaviour],
    ['Radicale', theirs?.behaviour],
  ].flatMap(([who, said]) => (said ? [`${who}: ${escaped(said)}`] : []));
  return [...seen, ...(REASONS[name] ? [`**${REASONS[name]}**`] : [])].join('. ');
}

/** Ports and ids differ from run to run. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1')
    .replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi, '…')
    .replace(/[|<>*_`\\]/g, (character) => `\\${character}`);
