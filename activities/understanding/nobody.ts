import type { Authentication } from './ports.ts';

/** Nobody who counts has looked at the message. */
export const NOBODY: Authentication = {
  source: 'nobody',
  spf: 'none',
  dkim: 'none',
  dmarc: 'none',
  arc: 'none',
  aligned: false,
  policy: null,
};
