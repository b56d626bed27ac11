import type { Middleware } from 'koa';
import type { Config } from '../../config/index.ts';
import { isLoopback } from '../../config/variable-kinds.ts';
import { misdirected } from './problems.ts';

/**
 * Answers only requests that are meant for us (RFC 9110 §7.4, §15.5.20). A page of somebody else whose name leads to this
 * machine ("DNS rebinding") is of the same origin as what it gets here, and would read everybody's mail.
 */
export function ownHostsOnly({ http, publicUrl }: Pick<Config, 'http' | 'publicUrl'>): Middleware {
  const ours = new Set([new URL(publicUrl).hostname, http.host.toLowerCase()]);
  return async (ctx, next) => {
    const host = hostnameOf(ctx.get('Host'));
    if (host === null || !(ours.has(host) || isLoopback(host))) throw misdirected();
    await next();
  };
}

/** Null: it is none. */
function hostnameOf(host: string): string | null {
  if (!/^[a-z0-9.:[\]_-]{1,255}$/i.test(host)) return null;
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return null;
  }
}
