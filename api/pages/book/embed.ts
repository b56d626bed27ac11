import type { Context } from 'koa';
import { embedScript } from '../design/assets.ts';

/** The script that other sites put into their pages; they may keep it for an hour. */
export function sendEmbedScript(ctx: Context): void {
  ctx.set({
    'Cache-Control': 'public, max-age=3600',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
  });
  ctx.etag = embedScript.hash;
  ctx.status = 200;
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  ctx.type = embedScript.type;
  ctx.body = embedScript.content;
}
