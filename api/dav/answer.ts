import type { Context } from 'koa';

/** An answer without a body. */
export function answerNothing(ctx: Context, status: number): void {
  ctx.status = status;
  ctx.body = null;
  // Koa makes 204 of an answer whose body is null.
  ctx.status = status;
  // Of these two it would be that of another answer (RFC 9110 §8.6).
  if (status !== 204 && status !== 304) ctx.set('Content-Length', '0');
}
