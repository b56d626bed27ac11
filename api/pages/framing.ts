import type { Context } from 'koa';

interface Framed {
  framedBy?: readonly string[];
}

/** From here on in this request: these sites, and our own, may show the page in a frame. */
export function allowFrames(ctx: Context, origins: readonly string[]): void {
  (ctx.state as Framed).framedBy = origins.filter(isOrigin);
}

/** Who may show the page in a frame, as `frame-ancestors` writes it (CSP Level 3 §6.4.2): nobody, unless it was allowed. */
export function frameAncestors(ctx: Context): string {
  const { framedBy } = ctx.state as Framed;
  return framedBy === undefined ? "'none'" : ["'self'", ...framedBy].join(' ');
}

/** Nothing that could end the list, or the policy. */
const isOrigin = (text: string): boolean => /^https?:\/\/[\w.[\]:-]+$/i.test(text);

/** The site that shows a page in a frame, where it may; null: it is in none, or in one that is told nothing. */
export const frameOrigin = (site: string, origins: readonly string[], publicUrl: string): string | null =>
  [new URL(publicUrl).origin, ...origins].includes(site) ? site : null;
