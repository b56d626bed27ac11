import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../../../config/index.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('a mistyped name of a variable', () => {
  it.each([
    ['SMPT_URL', 'SMTP_URL'],
    ['SMTP_UR', 'SMTP_URL'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URLS', 'DATABASE_URL'],
    ['TEMPORAL_ADRESS', 'TEMPORAL_ADDRESS'],
    ['TEMPORAL_TASK_QUEUE_PREFX', 'TEMPORAL_TASK_QUEUE_PREFIX'],
    ['PARLEY_SECRETKEY', 'PARLEY_SECRET_KEY'],
    ['PARLEY_SCERET_KEY', 'PARLEY_SECRET_KEY'],
    ['SMTP_IN_PROT', 'SMTP_IN_PORT'],
    ['SMTP_IN_HOTS', 'SMTP_IN_HOST'],
    ['MAIL_DOMAIN', 'MAIL_DOMAINS'],
    ['FEED_ALLOWED_HOST', 'FEED_ALLOWED_HOSTS'],
    ['RETENTION_LINK_DAYS', 'RETENTION_LINKS_DAYS'],
    ['BUDGET_PROPOSAL_PER_DAY', 'BUDGET_PROPOSALS_PER_DAY'],
    ['ORGANISER_EMAIL', 'ORGANIZER_EMAIL'],
    ['FEED_ALLOW_HOSTS', 'FEED_ALLOWED_HOSTS'],
    ['FEED_ALLOWED_HTTP', 'FEED_ALLOW_HTTP'],
    ['TRUSTED_PROXY', 'TRUSTED_PROXIES'],
    ['DEV_MAILBOXES', 'DEV_MAILBOX'],
  ])('%s is told, with what is meant', (name, meant) => {
    expect(problemsOf({ [name]: '1' })).toEqual([`${name}: is not a setting; did you mean ${meant}?`]);
  });

  it('is in the one report, with every other problem', () => {
    const problems = problemsOf({ SMPT_URL: 'smtp://x', ORGANISER_EMAIL: 'a@b.test', PORT: 'many' });
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).toContain('PORT: ');
  });

  it.each([
    [
      'of the machine',
      ['HOSTNAME', 'HOSTS', 'POST', 'PORTS', 'PATH', 'MAIL', 'HOME', 'LOGNAME', 'TZ', 'EDITOR'],
    ],
    ['of npm and Node', ['npm_config_port', 'npm_package_name', 'NODE_ENV', 'NODE_OPTIONS', 'CI', 'VITEST']],
    [
      'of PostgreSQL',
      ['PGHOST', 'PGPORT', 'PGUSER', 'POSTGRES_HOST', 'POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD'],
    ],
    [
      'of Temporal',
      [
        ...['TEMPORAL_HOST', 'TEMPORAL_CLI_ADDRESS', 'TEMPORAL_ENV', 'TEMPORAL_TLS_CERT', 'TEMPORAL_TLS_KEY'],
        ...['TEMPORAL_TLS_CA', 'TEMPORAL_CODEC_ENDPOINT', 'TEMPORAL_PROFILE', 'TEMPORAL_DEBUG'],
      ],
    ],
    [
      'of other programs beside it',
      [
        ...[
          'SMTP_HOST',
          'SMTP_PORT',
          'SMTP_USER',
          'IMAP_HOST',
          'MAIL_HOST',
          'MAIL_PORT',
          'MAIL_FROM',
          'AMQP_URL',
        ],
        ...[
          'HTTP_PORT',
          'HTTP_URL',
          'REDIS_URL',
          'LOGLEVEL',
          'LOG_LEVELS',
          'VIDEO_URL',
          'API_KEY',
          'XDG_DATA_HOME',
        ],
        ...[
          'XDG_STATE_HOME',
          'XDG_CONFIG_HOME',
          'DATABASE_HOST',
          'DATABASE_USER',
          'DATABASE_NAME',
          'SECRET_KEY',
        ],
      ],
    ],
    [
      'that Kubernetes gives beside a service',
      [
        'PARLEY_PORT',
        'PARLEY_SERVICE_HOST',
        'PARLEY_API_PORT',
        'PARLEY_API_SERVICE_PORT',
        'PARLEY_PORT_3000_TCP',
      ],
    ],
  ])('is none: a variable %s', (_whose, names) => {
    expect(problemsOf(Object.fromEntries(names.map((name) => [name, '1'])))).toEqual([]);
  });

  it('is none where the right one is set, too', () => {
    const DATABASE_URL = 'postgres://localhost/parley';
    expect(problemsOf({ DATABASE_URL, DATABASE_URI: DATABASE_URL })).toEqual([]);
  });

  it('is none when it is empty', () => {
    expect(problemsOf({ SMPT_URL: '' })).toEqual([]);
  });

  it('is none in the environment that these tests run in', () => {
    expect(() => loadConfig()).not.toThrow();
  });
});
