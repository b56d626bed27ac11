import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../adapters/log/logger.ts';

interface Line {
  error: { type: string; message: string; stack: string; cause?: Line['error'] };
}

function logged(error: Error): Line['error'] {
  const lines: string[] = [];
  createLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } }).error(
    { error },
    'no',
  );
  return (JSON.parse(lines[0]!) as Line).error;
}

function failureOf(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('it did not fail');
}

describe('a failure in the log', () => {
  it('has the paths of its stack whole, those of packages with a scope, too', () => {
    const error = failureOf(() => parse('{broken'));
    expect(error.stack).toContain('/node_modules/@formatjs/icu-messageformat-parser/');
    expect(logged(error).stack).toBe(error.stack);
  });

  it('has no address, in the stack neither, nor in what caused it', () => {
    const cause = new Error('no ann@example.com at /srv/node_modules/@scope/name/index.js');
    const error = new Error('550 gus@example.com: no such user', { cause });
    error.stack = [
      'Error: 550 gus@example.com: no such user',
      '    at send (file:///srv/node_modules/@scope/name/lib/send.js:10:5)',
      '    at C:\\srv\\node_modules\\@scope\\name\\index.js:1:1',
      '    at /home/ann@example.com/node_modules/@scope/name/a.js:1:1',
      '    at /srv/node_modules/@example.com',
    ].join('\n');
    const told = logged(error);
    expect(JSON.stringify(told)).not.toMatch(/(ann|gus|@)@?example\.com/);
    expect(told.stack).toContain('at send (file:///srv/node_modules/@scope/name/lib/send.js:10:5)');
    expect(told.stack).toContain('at C:\\srv\\node_modules\\@scope\\name\\index.js:1:1');
    expect(told.stack).toContain('at (address hidden)@scope/name/a.js:1:1');
    expect(told.cause?.message).toBe('no (address hidden) at /srv/node_modules/@scope/name/index.js');
  });
});
