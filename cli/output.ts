/**
 * `parley serve | head` closes our output while we go on working: that must neither end the process half-way
 * through its work nor fill a log with complaints.
 */
export function surviveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    });
  }
}

export const say = (line = '') => void process.stdout.write(`${line}\n`);
