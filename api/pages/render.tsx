import type { Context } from 'koa';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { frameAncestors } from './framing.ts';
import { ReaderContext, type Reader } from './reader.ts';

interface PageOptions {
  status?: number;
  /** The page shows frames of its own origin. */
  frames?: boolean;
  /** Another origin whose frame the page shows. */
  frameOrigin?: string | undefined;
  /** The page's script asks this origin how things stand. */
  live?: boolean;
}

/** Answers with a page in its reader's words, and the headers that every page has. */
export function sendPage(ctx: Context, reader: Reader, page: VNode, options: PageOptions = {}): void {
  setPageHeaders(ctx, options);
  ctx.status = options.status ?? 200;
  ctx.type = 'text/html; charset=utf-8';
  const whole = <ReaderContext.Provider value={reader}>{page}</ReaderContext.Provider>;
  ctx.body = `<!doctype html>${renderToString(whole)}`;
}

export function setPageHeaders(ctx: Context, options: PageOptions = {}): void {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    ...(options.frames ? ["frame-src 'self'"] : []),
    ...(options.frameOrigin ? [`frame-src ${options.frameOrigin}`] : []),
    ...(options.live ? ["connect-src 'self'"] : []),
    `frame-ancestors ${frameAncestors(ctx)}`,
    "base-uri 'none'",
  ];
  // Older browsers would heed it instead of the policy.
  if (frameAncestors(ctx) !== "'none'") ctx.remove('X-Frame-Options');
  ctx.set({
    'Content-Security-Policy': policy.join('; '),
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
    'Cross-Origin-Opener-Policy': 'same-origin',
  });
}

/** Sends the reader on after a POST, so that reloading does not repeat it. */
export function seeOther(ctx: Context, url: string): void {
  setPageHeaders(ctx);
  ctx.redirect(url);
  ctx.status = 303;
}

/** A path of ours with its query; empty values are left out. */
export function pathTo(path: string, query: Record<string, string | undefined>): string {
  const known = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return known.length === 0 ? path : `${path}?${new URLSearchParams(known).toString()}`;
}
