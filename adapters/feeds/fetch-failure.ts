import type { FeedFetched, FeedFetchProblem } from '../../activities/feed/fetching.ts';

type Failed = Extract<FeedFetched, { kind: 'failed' }>;

/** Ends a fetch with a problem of the server's or the owner's. Carries nothing of the address. */
export class FetchFailure extends Error {
  readonly failed: Failed;

  constructor(problem: FeedFetchProblem, about: { httpStatus?: number; retryAfterMs?: number | null } = {}) {
    super(problem);
    this.name = 'FetchFailure';
    this.failed = {
      kind: 'failed',
      problem,
      httpStatus: about.httpStatus ?? null,
      retryAfterMs: about.retryAfterMs ?? null,
    };
  }
}
