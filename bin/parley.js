#!/usr/bin/env node
// One process: with `node --import tsx` a second one would stand between us and the terminal's signals.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

// Ours, from whatever directory it is started: otherwise that of the directory would be looked for.
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
await import('../cli/main.ts');
