import type { Context } from 'koa';
import { sendAsset } from '../assets-routes.ts';
import { embedScript } from '../design/assets.ts';

/** The script that other sites put into their pages; they may keep it for an hour. */
export function sendEmbedScript(ctx: Context): void {
  ctx.set({
    'Cache-Control': 'public, max-age=3600',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  sendAsset(ctx, embedScript);
}
