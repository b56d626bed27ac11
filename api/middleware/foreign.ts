import type { Context } from 'koa';

/**
 * Whether a browser says that another site made this request: by Sec-Fetch-Site (Fetch Metadata §2.3), or, where it does
 * not send that, by an Origin (RFC 6454 §7) that is not the host which was asked. `null` says nothing: our own forms send
 * it, because our pages tell no referrer. What is no browser sends neither.
 */
export function isForeign(ctx: Context): boolean {
  const site = ctx.get('Sec-Fetch-Site');
  if (site !== '') return site !== 'same-origin' && site !== 'none';
  const origin = ctx.get('Origin');
  return origin !== '' && origin !== 'null' && hostOf(origin) !== ctx.get('Host').toLowerCase();
}

/** With its port; the scheme is not compared, since what stands before us may have ended the TLS. */
function hostOf(origin: string): string | null {
  return /^https?:\/\/([^/?#@]+)$/i.exec(origin)?.[1]?.toLowerCase() ?? null;
}
