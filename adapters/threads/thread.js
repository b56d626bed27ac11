// A thread of the pool. It is JavaScript, since nothing reads TypeScript in a thread before `register` has run.
import { register } from 'tsx/esm/api';

register();
await import('./serve.ts');
