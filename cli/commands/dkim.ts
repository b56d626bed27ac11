import { Resolver } from 'node:dns/promises';
import { existsSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { checkDkim, checkDmarc, checkSpf, type RecordFinding } from '../../adapters/mail/dkim/check.ts';
import { configuredDkimKey, newDkimKey, type DkimKey } from '../../adapters/mail/dkim/key.ts';
import { dkimRecord, dmarcSuggestion, spfSuggestion, zoneLine } from '../../adapters/mail/dkim/records.ts';
import { signingDomainFor } from '../../adapters/mail/dkim/signer.ts';
import { listTenants } from '../../adapters/postgres/tenants.ts';
import { loadConfig, type Config } from '../../config/index.ts';
import { readConnections } from '../../workers/embedded/connections.ts';
import { dkimKeyFileIn, makeDataDir } from '../../workers/embedded/data-dir.ts';
import { CliError, EXIT } from '../errors.ts';
import { say } from '../output.ts';
import { withDatabase } from './with-tenants.ts';

/** `parley dkim`: the DNS records that mail of the organizers' domains needs. */
export async function printRecords(options: { domain?: string }): Promise<void> {
  const config = loadConfig();
  const key = keyOf(config);
  const server = mailServerOf(config);
  for (const { from, signing } of await domainsOf(config, options)) {
    if (signing === null) say(`; Mail from ${from} is not signed: it is not below DKIM_DOMAIN.`);
    else {
      say('; DKIM: the key that our signatures are checked with.');
      say(zoneLine(dkimRecord(signing, config.mail.dkim.selector, key)));
    }
    say(
      '; SPF, a suggestion: name the servers that send your mail; your provider says which include: it wants.',
    );
    say(zoneLine(spfSuggestion(from, server)));
    say(
      '; DMARC, a suggestion: raise p to quarantine, then reject, once "parley dkim check" finds all right.',
    );
    say(zoneLine(dmarcSuggestion(from)));
  }
}

/**
 * `parley dkim create`: a new key in a file that only its owner can read; unless told where, in the data directory, which no
 * repository has.
 */
export function createDkimKey(options: { file?: string }): void {
  const file = options.file ?? dkimKeyFile(loadConfig());
  const pem = newDkimKey();
  try {
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new CliError(
        'key_exists',
        `${file} is there already; a key is never overwritten. --file makes one elsewhere.`,
      );
    throw new CliError('key_not_written', `${file} cannot be written (${code}).`, { cause: error });
  }
  say(`The key is in ${file}. Set DKIM_KEY_FILE=${file} and run "parley dkim" for the DNS records.`);
}

const dkimKeyFile = ({ mail, embedded }: Config): string =>
  mail.dkim.keyFile ?? dkimKeyFileIn(makeDataDir(embedded.dataDir));

const SAID: Record<RecordFinding['state'], string> = {
  right: 'right    ',
  missing: 'MISSING  ',
  different: 'DIFFERENT',
  unknown: 'UNKNOWN  ',
};

/** `parley dkim check`: says of each record how it stands in the DNS; fails when one is not right. */
export async function checkRecords(options: { domain?: string }): Promise<void> {
  const config = loadConfig();
  const key = keyOf(config);
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  const { dnsServers } = config.incomingMail.auth;
  if (dnsServers.length > 0) resolver.setServers(dnsServers);
  const lookUp = (name: string) => resolver.resolveTxt(name);
  let wrong = 0;
  for (const { from, signing } of await domainsOf(config, options)) {
    const findings = [
      ...(signing === null
        ? []
        : [await checkDkim(dkimRecord(signing, config.mail.dkim.selector, key), lookUp)]),
      await checkSpf(from, lookUp),
      await checkDmarc(from, lookUp),
    ];
    if (signing === null) say(`Mail from ${from} is not signed: it is not below DKIM_DOMAIN.`);
    for (const { kind, name, state, why } of findings)
      say(`${SAID[state]}  ${kind.padEnd(5)}  ${name}  ${why}`);
    wrong += findings.filter(({ state }) => state !== 'right').length + (signing === null ? 1 : 0);
  }
  if (wrong > 0) process.exitCode = EXIT.failure;
}

/** The configured key, or the one that an embedded start has made. */
function keyOf(config: Config): DkimKey {
  const configured = configuredDkimKey(config.mail.dkim);
  if (configured) return configured;
  const kept = dkimKeyFileIn(config.embedded.dataDir);
  if (existsSync(kept)) return configuredDkimKey({ ...config.mail.dkim, keyFile: kept })!;
  throw new CliError('no_dkim_key', 'There is no key yet: "parley dkim create" makes one for DKIM_KEY_FILE.');
}

/** The domains that mail is from, each with the one that signs for it. */
async function domainsOf(config: Config, options: { domain?: string }) {
  const domains = new Set(options.domain === undefined ? await organizerDomains(config) : [options.domain]);
  return [...domains].map((from) => ({
    from,
    signing: signingDomainFor(`@${from}`, config.mail.dkim.domain),
  }));
}

/** Those of the tenants where there is a database to ask; else that of the first tenant to be. */
async function organizerDomains(config: Config): Promise<string[]> {
  let addresses = [config.firstTenant.organizerEmail];
  if ((config.databaseUrl ?? readConnections(config.embedded.dataDir)) !== null) {
    await withDatabase(async (database) => {
      const tenants = await listTenants(database);
      if (tenants.length > 0) addresses = tenants.map((tenant) => tenant.organizerEmail);
    });
  }
  return addresses.map((address) => address.slice(address.lastIndexOf('@') + 1).toLowerCase());
}

/** The host of SMTP_URL, unless it is only known on this machine. */
function mailServerOf(config: Config): string | null {
  if (config.mail.smtpUrl === undefined) return null;
  const { hostname } = new URL(config.mail.smtpUrl);
  return isIP(hostname) || !hostname.includes('.') ? null : hostname;
}
