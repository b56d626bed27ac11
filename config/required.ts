import { ConfigError } from './config-error.ts';

/** The environment's name of each setting that only an embedded start can do without. */
const VARIABLES = {
  databaseUrl: 'DATABASE_URL',
  smtpUrl: 'SMTP_URL',
  secretKey: 'PARLEY_SECRET_KEY',
  address: 'TEMPORAL_ADDRESS',
} as const;

/** A variable that some commands cannot do without. */
export type Needed = (typeof VARIABLES)[keyof typeof VARIABLES] | 'PUBLIC_URL';

/** The sentence about one that is not set. */
export const missing = (variable: Needed): string =>
  `${variable}: is needed here; only "parley serve" brings its own`;

/**
 * A setting that this process cannot do without.
 *
 * @throws ConfigError that names its variable
 */
export function required<K extends keyof typeof VARIABLES>(
  settings: { [P in K]: string | undefined },
  name: K,
): string {
  const value = settings[name];
  if (value === undefined) throw new ConfigError([missing(VARIABLES[name])]);
  return value;
}
