import { resolve, sep } from 'node:path';

interface Failure extends Error {
  code?: string;
  syscall?: string;
  path?: string;
  address?: string;
  port?: number;
  severity?: string;
}

/** PostgreSQL's codes (appendix A) of what an operator can mend. */
const DATABASE: Record<string, string> = {
  '28P01': 'refuses the user or the password',
  28000: 'refuses the user',
  '3D000': 'has no database of this name',
  '42P01': 'has not been migrated: run "parley migrate" first',
  42703: 'is older than this version: run "parley migrate" first',
  22023: 'has not been migrated: run "parley migrate" first',
  42501: 'gives its user too few rights: run "parley migrate" as the owner, which says what is lacking',
  53300: 'takes no more connections',
  '57P01': 'is shutting down',
  '57P02': 'has crashed',
  '57P03': 'is starting up',
};

const UNREACHABLE =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)$/;
const FILES = /^(EACCES|EPERM|EROFS|ENOSPC|ENOTDIR|EISDIR|EEXIST|ENOENT|EDQUOT)$/;

/**
 * One sentence about a failure that an operator can mend, which names the variable; null for any other.
 *
 * @param directories by variable: where the program writes
 */
export function failureSentence(
  error: unknown,
  directories: Readonly<Record<string, string>>,
): string | null {
  if (!(error instanceof Error)) return null;
  const failure = error as Failure;
  const { code = '' } = failure;
  if (failure.severity !== undefined && code in DATABASE)
    return `The server in DATABASE_URL ${DATABASE[code]}.`;
  if (failure.syscall === 'listen')
    return `Nothing can listen at ${failure.address}:${failure.port} (${code}): set HOST, PORT or SMTP_IN_PORT to others.`;
  if (UNREACHABLE.test(code) || isConnectTimeout(failure))
    return `DATABASE_URL: no PostgreSQL answers there (${code || 'no answer in time'}).`;
  if (FILES.test(code) && failure.path !== undefined) return fileSentence(failure.path, code, directories);
  return null;
}

/** Of the pg driver, which gives these no code. */
const isConnectTimeout = (error: Error): boolean =>
  error.name === 'KnexTimeoutError' ||
  /^(timeout expired|Connection terminated)|connection timeout/i.test(error.message);

function fileSentence(path: string, code: string, directories: Readonly<Record<string, string>>): string {
  const [variable] =
    Object.entries(directories).find(([, directory]) => contains(resolve(directory), path)) ?? [];
  const hint = variable === undefined ? '' : `; set ${variable} to another directory`;
  return `${path} cannot be read or written (${code})${hint}.`;
}

/** Also what is above the directory: it could not be made there. */
const contains = (directory: string, path: string): boolean =>
  path === directory || path.startsWith(directory + sep) || directory.startsWith(path + sep);
