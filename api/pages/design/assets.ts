import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stylesheet } from './stylesheet.ts';

export interface Asset {
  path: string;
  /** With the hash of its content, so that it may be kept for ever. */
  url: string;
  type: string;
  content: string;
  hash: string;
}

function asset(path: string, type: string, content: string): Asset {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return { path, url: `${path}?v=${hash}`, type, content, hash };
}

/** @param file beside this one */
const javascript = (path: string, file: string): Asset =>
  asset(path, 'text/javascript; charset=utf-8', readFileSync(new URL(file, import.meta.url), 'utf8'));

export const css = asset('/assets/parley.css', 'text/css; charset=utf-8', stylesheet);

export const script = javascript('/assets/parley.js', 'enhance.js');

export const roomScript = javascript('/assets/rooms.js', 'rooms.js');

export const hostScript = javascript('/assets/host.js', 'host.js');

/** Runs as a worker: what it may connect to, its own answer says. */
export const heartbeatScript = javascript('/assets/heartbeat.js', 'heartbeat.js');

/** In a frame of another site. */
export const bookingScript = javascript('/assets/booking.js', 'booking.js');

/** On forms that ask for proof of work. */
export const workScript = javascript('/assets/work.js', 'work.js');

/** What another site puts into its page; it is not one of ours, and has an address of its own. */
export const embedScript = javascript('/book/embed.js', 'embed.js');

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="7" fill="#1c5d50"/>
<circle cx="9.5" cy="12" r="4.25" fill="none" stroke="#fff" stroke-width="1.75"/>
<circle cx="14.5" cy="12" r="4.25" fill="none" stroke="#fff" stroke-width="1.75"/></svg>`;

export const icon = asset('/assets/parley.svg', 'image/svg+xml', ICON);

export const ASSETS: readonly Asset[] = [
  css,
  script,
  roomScript,
  hostScript,
  heartbeatScript,
  bookingScript,
  workScript,
  icon,
];
