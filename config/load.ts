import { ConfigError } from './config-error.ts';
import { incomingMailProblems } from './incoming-mail.ts';
import { issueWords } from './issue-words.ts';
import { readMailboxes } from './mailboxes.ts';
import { mistyped } from './mistyped.ts';
import { missing, type Needed } from './required.ts';
import { arrange, environmentSchema, type Config } from './schema.ts';

/**
 * Reads the configuration; nothing else in the project looks at the environment.
 *
 * @param env variables by name; empty ones count as absent, as shells and compose files write them
 * @param needs variables that this command cannot do without
 * @throws ConfigError with every problem at once
 */
export function loadConfig(
  env: Record<string, string | undefined> = process.env,
  needs: readonly Needed[] = [],
): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(present, { error: issueWords });
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const slips = mistyped(Object.keys(present), Object.keys(environmentSchema.shape));
  problems.push(...slips.map(({ name, meant }) => `${name}: is not a setting; did you mean ${meant}?`));
  const isMeant = (name: string) => slips.some(({ meant }) => meant === name);
  problems.push(...needs.filter((name) => present[name] === undefined && !isMeant(name)).map(missing));
  if (present.VIDEO_PROVIDER && present.VIDEO_PROVIDER !== 'jitsi' && !present.VIDEO_API_KEY) {
    problems.push(`VIDEO_API_KEY: is needed for VIDEO_PROVIDER=${present.VIDEO_PROVIDER}`);
  }
  if (present.DKIM_KEY_FILE && present.DKIM_PRIVATE_KEY) {
    problems.push('DKIM_PRIVATE_KEY: only one of it and DKIM_KEY_FILE may be set');
  }
  problems.push(...incomingMailProblems(present));
  const mailboxes = readMailboxes(present, problems);
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems);
  return { ...arrange(parsed.data), mailboxes };
}

/** The same, as if some settings were not there. @throws ConfigError */
export const loadConfigWithout = (names: readonly string[]): Config =>
  loadConfig(Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.includes(name))));
