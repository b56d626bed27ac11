import { readFileSync } from 'node:fs';
import { decodeCalendar } from '../../adapters/mail/reading/decode-calendar.ts';
import type { FeedSeries } from '../../domain/ical/feed-series.ts';
import { readFeed, type FeedProblem } from '../../domain/ical/read-feed.ts';
import { cleanLine } from '../../domain/ical/text.ts';
import type { Clock } from '../../domain/time/zone.ts';
import { instancesBetween } from '../../domain/recurrence/instances.ts';
import { CliError, EXIT } from '../errors.ts';
import { say } from '../output.ts';

/** Of one series. A rule that goes by seconds would fill the disk. */
const MOST_INSTANCES = 10_000;

export interface ExpandOptions {
  /** Milliseconds since 1970, both. */
  from: number;
  to: number;
  /** Where floating times and days are looked at unless the calendar says it. */
  tz?: Clock;
}

/**
 * `parley ics expand`: the instances of a calendar file in a window, one JSON object a line, by their start; what could
 * not be read is on stderr, and makes the exit code 1.
 *
 * @throws CliError `window_reversed`, `file_unreadable`
 */
export function expandFile(file: string, { from, to, tz }: ExpandOptions): void {
  if (to <= from)
    throw new CliError('window_reversed', `--to (${inUtc(to)}) must be after --from (${inUtc(from)}).`);
  const { series, problems } = readFeed(textOf(file), tz ? { floating: tz } : {});
  const complaints = problems.map(describe);
  const lines = series.flatMap((each) => {
    const { instances, complete } = linesOf(each, from, to);
    if (!complete)
      complaints.push(`too-many-instances: ${cleanLine(each.uid)}, the first ${MOST_INSTANCES} are given`);
    return instances;
  });
  for (const line of lines.sort((a, b) => a.startMs - b.startMs)) say(line.json);
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  if (complaints.length > 0) process.exitCode = EXIT.failure;
}

/** @throws CliError `file_unreadable` */
function textOf(file: string): string {
  try {
    return decodeCalendar(readFileSync(file === '-' ? 0 : file), undefined);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError('file_unreadable', `${file} cannot be read (${code}).`, { cause: error });
  }
}

function linesOf({ uid, master, set }: FeedSeries, from: number, to: number) {
  const { instances, complete } = instancesBetween(set, from, to, { limit: MOST_INSTANCES });
  return {
    complete,
    instances: instances.map(({ recurrenceId, startMs, endMs, override }) => {
      const event = override ?? master;
      const line = {
        uid,
        recurrenceId: set.recurs ? inUtc(recurrenceId) : null,
        start: inUtc(startMs),
        end: inUtc(endMs),
        allDay: event?.start.allDay ?? false,
        summary: event?.summary ?? '',
      };
      return { startMs, json: JSON.stringify(line) };
    }),
  };
}

const inUtc = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

const describe = ({ code, uid, property, zone }: FeedProblem): string =>
  [
    `${code}: ${uid === null ? 'the calendar' : cleanLine(uid)}`,
    ...(property === null ? [] : [property]),
    ...(zone === undefined ? [] : [cleanLine(zone)]),
  ].join(', ');
