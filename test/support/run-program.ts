import { execFile } from 'node:child_process';

export interface Ended {
  /** Null: a signal ended it. */
  code: number | null;
  out: string;
  err: string;
}

/** Runs a client to its end; after five minutes it is ended. */
export function runProgram(
  command: string,
  args: readonly string[],
  { env = {}, cwd }: { env?: Record<string, string>; cwd?: string } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = {
      ...{ encoding: 'utf8' as const, timeout: 300_000, maxBuffer: 64_000_000 },
      ...(cwd !== undefined && { cwd }),
      // The same everywhere, whatever the machine speaks.
      env: {
        PYTHONDONTWRITEBYTECODE: '1',
        PATH: process.env['PATH'] ?? '',
        HOME: cwd ?? '/tmp',
        LANG: 'C.UTF-8',
        TZ: 'UTC',
        ...env,
      },
    };
    const child = execFile(command, [...args], options, (error, out, err) => {
      const code = child.exitCode;
      resolve({ code, out, err: error && code === null ? `${err}\n${error.message}` : err });
    });
  });
}
