import type { Context } from 'koa';
import type { Letter } from './letter.ts';

/** A mail's HTML may bring its styles and embedded pictures; it loads nothing and runs nothing. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "frame-ancestors 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/** Links leave the frame. */
const BASE = '<base target="_blank">';

/** Answers with the HTML of a mail alone, for the frame that shows it. */
export function sendFrame(ctx: Context, letter: Letter): void {
  const html = letter.html ?? '';
  ctx.set({
    'Content-Security-Policy': POLICY,
    'X-Frame-Options': 'SAMEORIGIN',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  });
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + BASE) : BASE + html;
}
