import { cleanLine } from '../../domain/ical/text.ts';

const LEVELS: Readonly<Record<number, string>> = { 40: 'warning', 50: 'error', 60: 'fatal' };
const LONGEST = 240;

/** What says nothing to who reads along, or stands in front. */
const LEFT_OUT = new Set(['level', 'time', 'part', 'msg', 'error', 'err', 'requestId', 'tenantId']);

/** What pino writes as the logger tells it to, beside what somebody logged. */
interface LogLine {
  level: number;
  time: string;
  part?: string;
  msg: string;
  error?: { message: string };
  err?: { message: string };
}

/** A line of the log for a screen: when, how bad, what, and why in a few words; the log itself has the rest. */
export function screenLine(json: string): string {
  const line = JSON.parse(json) as LogLine;
  const { level, time, part, msg, error = line.err } = line;
  const rest = Object.entries(line)
    .filter(([name, value]) => !LEFT_OUT.has(name) && SIMPLE.has(typeof value))
    .map(([name, value]) => `${name}=${String(value)}`);
  const words = [
    time.slice(11, 19),
    `${LEVELS[level] ?? 'log'}:`,
    ...(part === undefined ? [] : [`${part}:`]),
    msg,
    ...rest,
  ].join(' ');
  return cleanLine(error === undefined ? words : `${words} (${error.message})`).slice(0, LONGEST);
}

const SIMPLE = new Set(['string', 'number', 'boolean']);
