/**
 * Failures of the system's network calls, and PostgreSQL's own (appendix A): connection exceptions (08), lack of
 * resources (53), shut down, crashed or starting up (57P01 to 57P05), and errors of its disk (58).
 */
const CODES =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08...|53...|57P..|58...)$/;

/** Of the pg driver and the pool, which give these no code. */
const WORDS =
  /^(Connection terminated|timeout expired|Client has encountered a connection error|Client was closed|Query read timeout)|connection timeout|not queryable/i;

/** Whether the database could not be asked, as opposed to: it refused. Asking again later may go well. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'KnexTimeoutError') return true;
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return CODES.test(code) || isDatabaseUnavailable(error.cause);
  return WORDS.test(error.message) || isDatabaseUnavailable(error.cause);
}
