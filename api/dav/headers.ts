import type { Context } from 'koa';

/** Says by which address a collection is known, where it was asked for without its last slash (RFC 4918 §5.2). */
export function contentLocation(ctx: Context, href: string): void {
  if (ctx.path !== href) ctx.set('Content-Location', href);
}
