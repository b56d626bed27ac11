#!/usr/bin/env node
// One process: with `node --import tsx` a second one would stand between us and the terminal's signals.
import { register } from 'tsx/esm/api';

register();
await import('../cli/main.ts');
