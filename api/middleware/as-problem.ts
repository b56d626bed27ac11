import { EngineUnavailable, MeetingNotRunning, MeetingRefused } from '../../activities/ports.ts';
import { ContentRemoved } from '../../activities/inbound-ports.ts';
import { MailQuotaReached } from '../../activities/metered-ingest.ts';
import { LinkProblem } from '../links/problem.ts';
import {
  contentRemoved,
  databaseUnavailable,
  engineUnavailable,
  internal,
  linkProblem,
  mailQuotaReached,
  refused,
} from './problems.ts';
import { Problem } from './problem.ts';

/** Connection failures of the pg driver and the system, and PostgreSQL's own (classes 08 and 57P, and 53300). */
const DATABASE_GONE = /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|08...|57P..|53300)$/;

/** What a failure looks like from outside; null when only "internal" can be said, and the log needs to have it. */
export function knownProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof MeetingRefused) return refused(error.code);
  if (error instanceof LinkProblem) return linkProblem(error.code);
  if (error instanceof MeetingNotRunning) return refused('meeting-over');
  if (error instanceof EngineUnavailable) return engineUnavailable();
  if (error instanceof ContentRemoved) return contentRemoved();
  if (error instanceof MailQuotaReached) return mailQuotaReached(Date.now());
  return isDatabaseGone(error) ? databaseUnavailable() : null;
}

export const asProblem = (error: unknown): Problem => knownProblem(error) ?? internal();

function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'KnexTimeoutError') return true;
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && DATABASE_GONE.test(code);
}
