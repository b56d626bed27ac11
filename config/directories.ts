import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

interface Variables {
  PARLEY_DATA_DIR?: string | undefined;
  PARLEY_CACHE_DIR?: string | undefined;
  XDG_CACHE_HOME?: string | undefined;
  TEXTS_DIR?: string | undefined;
}

/** Of downloaded and built tools. */
export const cacheDirOf = (env: Variables): string =>
  resolve(env.PARLEY_CACHE_DIR || join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'parley'));

/** Where the program reads and writes files, by the variable that says so; also of a configuration with problems. */
export const directoriesOf = (env: Variables = process.env): Record<string, string> => ({
  PARLEY_DATA_DIR: resolve(env.PARLEY_DATA_DIR || '.parley'),
  PARLEY_CACHE_DIR: cacheDirOf(env),
  ...(env.TEXTS_DIR && { TEXTS_DIR: resolve(env.TEXTS_DIR) }),
});
