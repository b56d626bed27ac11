import { renameSync, statSync } from 'node:fs';
import pino, { type Logger } from 'pino';
import { createLogger } from './logger.ts';
import { screenLine } from './screen-line.ts';

/** A file that is larger when the log is opened makes place for a new one; the one before it goes. */
const LARGEST_BYTES = 10_000_000;
/** In characters: while the disk is full, more than these are dropped and not kept in memory. */
const MOST_WAITING = 1_000_000;

/**
 * The log of a start at somebody's own screen: all of it in a file as JSON lines, which only its owner can read, and problems
 * (`warn` and above) on the screen, each in one line.
 *
 * @param options.file in a directory that is there
 * @param options.screen is given whole lines
 * @throws when the file cannot be opened
 */
export function createFileLog(options: {
  level: string;
  file: string;
  screen: { write(line: string): unknown };
}): Logger {
  const { level, file, screen } = options;
  makePlace(file);
  const lines = pino.destination({ dest: file, mode: 0o600, sync: true, maxLength: MOST_WAITING });
  let isTold = false;
  lines.on('error', (error: Error) => {
    if (!isTold) screen.write(`The log ${file} cannot be written: ${error.message}\n`);
    isTold = true;
  });
  const problems = { write: (line: string) => void screen.write(`${screenLine(line)}\n`) };
  const destination = pino.multistream([
    { level: 'trace', stream: lines },
    { level: 'warn', stream: problems },
  ]);
  return createLogger({ level, destination });
}

function makePlace(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_BYTES) renameSync(file, `${file}.1`);
}
