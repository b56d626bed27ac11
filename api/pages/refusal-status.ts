import type { Context } from 'koa';
import type { Instant } from '../../domain/time/instant.ts';
import type { RefusalCode } from '../../domain/meeting/decision.ts';
import { refused } from '../middleware/problems.ts';

/**
 * The status of a page that tells of a refusal, with the headers that the API says it with: 429 and Retry-After where the
 * same may be asked again tomorrow, else 409.
 */
export function refusalStatus(ctx: Context, code: RefusalCode, nowMs: Instant): 409 | 429 {
  const { status, extras } = refused(code, nowMs);
  ctx.set(extras.headers ?? {});
  return status === 429 ? 429 : 409;
}
