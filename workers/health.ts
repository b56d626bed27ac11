import { Resolver } from 'node:dns/promises';
import { Client, Connection } from '@temporalio/client';
import type { Knex } from 'knex';
import { temporalClockCheck } from '../adapters/health/clock.ts';
import { databaseCheck } from '../adapters/health/database.ts';
import { found, type Finding } from '../adapters/health/finding.ts';
import { pagesCheck, videoCheck } from '../adapters/health/http.ts';
import { mailDnsCheck } from '../adapters/health/mail-dns.ts';
import { mailboxChecks, smtpCheck } from '../adapters/health/mail.ts';
import { runChecks, type Check } from '../adapters/health/run-checks.ts';
import { temporalCheck, workersCheck } from '../adapters/health/temporal.ts';
import { createLogger } from '../adapters/log/logger.ts';
import { configuredDkimKey } from '../adapters/mail/dkim/key.ts';
import { createImapReader } from '../adapters/mail/imap/reader.ts';
import { connectDatabase } from '../adapters/postgres/database.ts';
import { createRefreshTokens } from '../adapters/postgres/refresh-tokens.ts';
import { listTenants } from '../adapters/postgres/tenants.ts';
import { createSealer } from '../adapters/secrets/sealing.ts';
import { connectionOptions } from '../adapters/temporal/connect.ts';
import { systemClock } from '../adapters/clock.ts';
import type { Clock } from '../activities/clock.ts';
import type { Config } from '../config/index.ts';
import type { Parley } from './assemble.ts';

/** What is to be looked at. */
export interface Examined {
  config: Config;
  /** Mail is caught on this machine, and none leaves. */
  catches: boolean;
  clock?: Clock;
  /** How long each check may take, in ms. */
  patienceMs?: number;
}

/** Looks at everything that an installation needs, on connections of its own; changes nothing, and sends nothing. */
export async function examine({
  config,
  catches,
  clock = systemClock,
  patienceMs,
}: Examined): Promise<Finding[]> {
  const knex = config.databaseUrl === undefined ? null : connectDatabase(config.databaseUrl, { poolSize: 3 });
  const connection =
    config.temporal.address === undefined
      ? null
      : // Without the retries of the client, one of which would still wait when the connection is closed.
        Connection.lazy({ ...connectionOptions(config), connectTimeout: '5s', interceptors: [] });
  const client = connection && new Client({ connection, namespace: config.temporal.namespace });
  try {
    return await runChecks(checksOf({ config, catches, clock, knex, client }), patienceMs);
  } finally {
    await connection?.close();
    await knex?.destroy();
  }
}

/** How long what was found counts, in ms: pages ask every few seconds. */
const KEPT_MS = 15_000;
const QUICK_MS = 4_000;

/** Looks at what is quickly asked, on the connections of a process that runs; many who ask at once share one look. */
export function quickHealth(
  parley: Parley,
  { catches }: Pick<Examined, 'catches'>,
): () => Promise<Finding[]> {
  let kept: { atMs: number; findings: Promise<Finding[]> } | undefined;
  return () => {
    const atMs = performance.now();
    if (!kept || atMs - kept.atMs > KEPT_MS)
      kept = { atMs, findings: runChecks(quickChecks(parley, catches), QUICK_MS) };
    return kept.findings;
  };
}

const quickChecks = ({ config, knex, client, clock }: Parley, catches: boolean): Check[] => [
  databaseCheck({ knex, nowMs: () => clock.nowMs() }),
  temporalCheck({ client }),
  workersCheck({ client, taskQueuePrefix: config.temporal.taskQueuePrefix }),
  smtpCheck(config.mail, catches),
];

interface Connected extends Required<Pick<Examined, 'config' | 'catches' | 'clock'>> {
  knex: Knex | null;
  client: Client | null;
}

function checksOf({ config, catches, clock, knex, client }: Connected): Check[] {
  const nowMs = () => clock.nowMs();
  return [
    settingsCheck(config),
    databaseCheck({ knex, nowMs }),
    temporalCheck({ client }),
    workersCheck({ client, taskQueuePrefix: config.temporal.taskQueuePrefix }),
    smtpCheck(config.mail, catches),
    ...mailboxChecks(readersOf(config, knex)),
    mailDnsCheck(mailDns(config, catches, knex)),
    pagesCheck(config.publicUrl, nowMs),
    videoCheck(config.video),
    temporalClockCheck(config.temporal.uiUrl, nowMs),
  ];
}

const NEEDED = [
  ['DATABASE_URL', (config: Config) => config.databaseUrl],
  ['TEMPORAL_ADDRESS', (config: Config) => config.temporal.address],
  ['SMTP_URL', (config: Config) => config.mail.smtpUrl],
  ['PARLEY_SECRET_KEY', (config: Config) => config.secretKey],
] as const;

const settingsCheck = (config: Config): Check => ({
  part: 'settings',
  look() {
    const missing = NEEDED.filter(([, valueIn]) => valueIn(config) === undefined).map(([name]) => name);
    return Promise.resolve([
      missing.length === 0
        ? found('settings', 'settings-fine')
        : found('settings', 'settings-missing', { names: missing.join(', ') }),
    ]);
  },
});

function readersOf({ mailboxes, secretKey }: Config, knex: Knex | null) {
  const log = createLogger({ level: 'silent' });
  return mailboxes.map((mailbox) => ({
    name: mailbox.name,
    reader: createImapReader(mailbox, {
      clock: systemClock,
      log,
      // A server that rotates refresh tokens gives the next one; where it cannot be kept, nobody asks.
      refreshTokens: (of) =>
        knex && secretKey !== undefined
          ? createRefreshTokens(knex, createSealer(secretKey), of)
          : { newest: () => Promise.reject(new Error('not kept')), rotated: () => Promise.resolve() },
    }),
  }));
}

function mailDns({ mail, incomingMail }: Config, catches: boolean, knex: Knex | null) {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  const { dnsServers } = incomingMail.auth;
  if (dnsServers.length > 0) resolver.setServers(dnsServers);
  return {
    ...{ catches, selector: mail.dkim.selector, signingDomain: mail.dkim.domain },
    key: () => configuredDkimKey(mail.dkim) ?? null,
    lookUp: (name: string) => resolver.resolveTxt(name),
    domains: async () => {
      if (!knex) return null;
      const tenants = await listTenants(knex).catch(() => null);
      return tenants && [...new Set(tenants.map(({ organizerEmail }) => domainIn(organizerEmail)))];
    },
  };
}

const domainIn = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
