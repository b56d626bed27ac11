import { environmentSchema } from '../../config/schema.ts';

/** Our environment for a child process, without the settings of whoever runs the tests, and with those given. */
export function testEnvironment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const kept = new Set(['PARLEY_CACHE_DIR', 'XDG_CACHE_HOME']);
  const ours = Object.keys(environmentSchema.shape).filter((name) => !kept.has(name));
  const inherited = Object.entries(process.env).filter(([name]) => !ours.includes(name));
  return { ...Object.fromEntries(inherited), ...settings };
}
