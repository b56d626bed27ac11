import type Router from '@koa/router';
import type { Context } from 'koa';
import { ASSETS, heartbeatScript, type Asset } from './design/assets.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
const SHORTLY = 'public, max-age=300';

const WORKER = "default-src 'none'; connect-src 'self'";

/** The stylesheet, the script and the icon. An address with the content's hash may be kept for ever. */
export function assetRoutes(router: Router): void {
  for (const asset of ASSETS) {
    router.get(asset.path, (ctx) => {
      ctx.set('Cache-Control', ctx.query.v === asset.hash ? FOR_EVER : SHORTLY);
      if (asset === heartbeatScript) ctx.set('Content-Security-Policy', WORKER);
      sendAsset(ctx, asset);
    });
  }
}

/** Sends it to whoever has not the same already. */
export function sendAsset(ctx: Context, { hash, type, content }: Asset): void {
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.etag = hash;
  ctx.status = 200;
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  ctx.type = type;
  ctx.body = content;
}
