/**
 * A dialogue as data, which says nothing of how it is played: against the pure broker, or over HTTP. It is written as a script,
 *
 *     users anna ben cleo
 *     # Anna invites Ben and Cleo.
 *     put anna
 *       SUMMARY:Planning
 *     sent
 *       REQUEST anna > ben
 *         has SUMMARY:Planning
 *     deliver
 *     get ben
 *       has ATTENDEE & ben@ & PARTSTAT=NEEDS-ACTION
 *
 * A command stands at the left, what belongs to it below, indented. Users have the address NAME@example.org, and more where they
 * are given (`ben=ben@example.org,b@example.com`). A line is had when a line of the calendar begins with the first part and contains
 * the others; behind `@INSTANT` or `@master` it has to be in that component.
 */
export interface Scenario {
  name: string;
  users: Readonly<Record<string, readonly string[]>>;
  steps: readonly Step[];
}

export interface Line {
  has: boolean;
  /** `master`, or a RECURRENCE-ID as it is written in UTC; null: anywhere. */
  in: string | null;
  fragments: readonly string[];
}

export interface SentMessage {
  method: string;
  from: string;
  to: string;
  /** RECURRENCE-IDs in UTC; empty: the whole event. */
  instances: readonly string[];
  /** It tells only who takes part. */
  quiet: boolean;
  lines: readonly Line[];
}

export type Step = { prose: string; line: number } & (
  | { do: 'now'; at: string }
  /** A whole object: the components' lines. */
  | { do: 'put'; who: string; body: readonly string[]; options: readonly string[] }
  /** What is stored, read and put again with these lines in place of those of that name; `-NAME` takes one away. */
  | { do: 'edit'; who: string; at: string | null; body: readonly string[] }
  /** As that, with PARTSTAT of the user in the master and all overrides, or in one instance. */
  | { do: 'answer'; who: string; partstat: string; at: string | null; body: readonly string[] }
  | { do: 'delete'; who: string; options: readonly string[] }
  /** A message that a program makes by itself, by mail or the outbox. */
  | { do: 'message'; who: string; to: string; method: string; body: readonly string[] }
  /** The organizer approves the last proposal, or does not. */
  | { do: 'approve' | 'disapprove'; who: string }
  /** All that is under way comes, and what is sent for it, too. */
  | { do: 'deliver' }
  /** The last message that was delivered to somebody comes once more. */
  | { do: 'repeat'; who: string }
  | { do: 'refused'; code: string }
  /** All that was sent since that was asked last. */
  | { do: 'sent'; messages: readonly SentMessage[] }
  /** What became of the last message to somebody. */
  | { do: 'outcome'; who: string; words: readonly string[] }
  | { do: 'get'; who: string; isThere: boolean; lines: readonly Line[] }
);

export function scenario(name: string, script: string): Scenario {
  const users: Record<string, readonly string[]> = {};
  const steps: Step[] = [];
  let prose: string[] = [];
  const lines = script.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const text = (lines[index] ?? '').replace(/^ {4}/, '');
    if (text.trim() === '') continue;
    if (text.startsWith('#')) {
      prose.push(text.slice(1).trim());
      continue;
    }
    const body: string[] = [];
    while (/^ {6}/.test(lines[index + 1] ?? '')) body.push((lines[++index] ?? '').slice(6));
    const [command = '', ...words] = text.trim().split(/\s+/);
    if (command === 'users') {
      for (const word of words) {
        const [user = '', addresses] = word.split('=');
        users[user] = addresses?.split(',') ?? [`${user}@example.org`];
      }
      continue;
    }
    steps.push({ prose: prose.join(' '), line: index + 1, ...stepOf(command, words, body) });
    prose = [];
  }
  return { name, users, steps };
}

type Said<S = Step> = S extends Step ? Omit<S, 'prose' | 'line'> : never;

function stepOf(command: string, words: readonly string[], body: readonly string[]): Said {
  const [who = '', second = ''] = words;
  const at = words.find((word) => word.startsWith('@'))?.slice(1) ?? null;
  switch (command) {
    case 'now':
      return { do: 'now', at: who };
    case 'put':
      return { do: 'put', who, body, options: words.slice(1) };
    case 'edit':
      return { do: 'edit', who, at, body };
    case 'answer':
      return { do: 'answer', who, partstat: second, at, body };
    case 'delete':
      return { do: 'delete', who, options: words.slice(1) };
    case 'message':
      return { do: 'message', who, to: words[2] ?? '', method: words[3] ?? '', body };
    case 'approve':
    case 'disapprove':
      return { do: command, who };
    case 'deliver':
      return { do: 'deliver' };
    case 'repeat':
      return { do: 'repeat', who };
    case 'refused':
      return { do: 'refused', code: who };
    case 'sent':
      return { do: 'sent', messages: sentOf(body) };
    case 'outcome':
      return { do: 'outcome', who, words: words.slice(1) };
    case 'get':
      return { do: 'get', who, isThere: second !== 'nothing', lines: body.map(lineOf) };
    default:
      throw new Error(`no such command: ${command}`);
  }
}

function sentOf(body: readonly string[]): SentMessage[] {
  const messages: (SentMessage & { lines: Line[] })[] = [];
  for (const text of body) {
    if (text.startsWith('  ')) messages.at(-1)?.lines.push(lineOf(text.trim()));
    else {
      const [method = '', from = '', , to = '', ...rest] = text.trim().split(/\s+/);
      const instances = rest.filter((word) => word.startsWith('@')).map((word) => word.slice(1));
      messages.push({ method, from, to, instances, quiet: rest.includes('quiet'), lines: [] });
    }
  }
  return messages;
}

function lineOf(text: string): Line {
  const [word = '', ...rest] = text.split(' ');
  if (word !== 'has' && word !== 'lacks') throw new Error(`neither has nor lacks: ${text}`);
  const at = rest[0]?.startsWith('@') ? (rest.shift() ?? '').slice(1) : null;
  return { has: word === 'has', in: at, fragments: rest.join(' ').split(' & ') };
}
