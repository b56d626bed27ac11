export { loadConfig } from './load.ts';
export { ConfigError } from './config-error.ts';
export type { Config } from './schema.ts';
