import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { listMailboxes } from '../../adapters/postgres/mailbox-list.ts';
import type { MailboxConfig } from '../../config/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { deliverByLmtp } from '../support/mail-servers/deliver.ts';
import { Dovecot } from '../support/mail-servers/dovecot.ts';
import { MAIL_PASSWORD } from '../support/mail-servers/mailboxes.ts';
import { requireTool } from '../support/require-tool.ts';
import { makeRunDirectory, removeRunDirectory } from '../support/run-directory.ts';
import { tryService } from '../support/services.ts';
import { resolvePort } from '../../workers/embedded/ports.ts';
import { mailboxOf } from './support/mailbox-of.ts';
import { watch } from './support/mailbox-watch.ts';
import { startSlowProxy } from './support/slow-proxy.ts';
import { eventually, numbered, numberedIds, Taken } from './support/taken.ts';

const { missing } = await tryService('dovecot');

let directory: string;
let store: TestDatabase;
let database: Knex;
let dovecot: Dovecot;
let imapsPort: number;
/** Of the server, and signed by itself. */
let ca: string;
const stops: (() => unknown)[] = [];

/** A Dovecot with a certificate for a name; imaps on a port of its own. */
async function secured(host: { ip: string } | { name: string }) {
  const path = join(directory, randomUUID());
  mkdirSync(path, { mode: 0o755 });
  const altName = 'ip' in host ? { type: 7 as const, ip: host.ip } : { type: 2 as const, value: host.name };
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'imap.parley.test' }], {
    extensions: [{ name: 'subjectAltName', altNames: [altName] }],
  });
  const files = { cert: join(directory, `${randomUUID()}.pem`), key: join(directory, `${randomUUID()}.pem`) };
  writeFileSync(files.cert, cert);
  writeFileSync(files.key, key);
  chmodSync(files.key, 0o600);
  const port = await resolvePort('127.0.0.1', 0);
  const extra = `
ssl = yes
ssl_cert = <${files.cert}
ssl_key = <${files.key}
service imap-login {
  inet_listener imaps {
    port = ${port}
    ssl = yes
  }
}`;
  return { server: await Dovecot.start({ directory: path, extra }), port, cert };
}

const someone = () => `${randomUUID()}@parley.test`;
const begin = async (taken: Taken, mailbox: MailboxConfig): Promise<void> => {
  const watching = await watch({ database, ingest: taken.ingest, mailbox });
  stops.push(() => watching.end());
};
const proxied = async (port: number) => {
  const proxy = await startSlowProxy(port, { delayMs: 0 });
  stops.push(() => proxy.stop());
  return proxy;
};
const deliver = (server: Dovecot, to: string, ...numbers: number[]) =>
  deliverByLmtp(server.lmtpPort, ...numbers.map((number) => numbered(number, to)));
const errorOf = async (name: string) =>
  (await listMailboxes(database)).find((one) => one.name === name)?.lastError;
/** As it goes over the wire: LOGIN, or AUTHENTICATE with its initial response. */
const password = (address: string) => [
  MAIL_PASSWORD,
  Buffer.from(`\0${address}\0${MAIL_PASSWORD}`).toString('base64'),
];

requireTool('Dovecot', missing)('a mailbox of a server with a certificate', () => {
  beforeAll(async () => {
    directory = makeRunDirectory();
    store = await createTestDatabase();
    database = connectDatabase(store.url);
    ({ server: dovecot, port: imapsPort, cert: ca } = await secured({ ip: '127.0.0.1' }));
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });
  afterAll(async () => {
    await dovecot?.stop();
    await database?.destroy();
    await store?.drop();
    removeRunDirectory(directory);
  });

  describe.each([
    ['by imaps', 'implicit', () => imapsPort],
    ['by STARTTLS', 'required', () => dovecot.imapPort],
    ['by STARTTLS because it has it', 'opportunistic', () => dovecot.imapPort],
  ] as const)('%s', (_name, tls, port) => {
    it('is watched, and nothing of it is said in the clear', async () => {
      const [proxy, taken, address] = [await proxied(port()), new Taken(), someone()];
      await deliver(dovecot, address, 1);
      await begin(taken, mailboxOf({ imapPort: proxy.port }, address, { tls, ca }));
      await taken.until(1);
      await deliver(dovecot, address, 2);
      expect(await taken.until(2)).toEqual(numberedIds(2));
      for (const secret of [...password(address), address]) expect(proxy.heard).not.toContain(secret);
      expect(proxy.heard).not.toMatch(/LOGIN|AUTHENTICATE|SELECT/);
    });
  });

  it.each([
    ['imaps', 'implicit', () => imapsPort],
    ['STARTTLS', 'required', () => dovecot.imapPort],
  ] as const)('that nobody vouches for gets no password by %s', async (_name, tls, port) => {
    const [proxy, taken, address] = [await proxied(port()), new Taken(), someone()];
    await deliver(dovecot, address, 1);
    const mailbox = mailboxOf({ imapPort: proxy.port }, address, { tls });
    await begin(taken, mailbox);
    await eventually('refused', async () => (await errorOf(mailbox.name)) === 'DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(proxy.heard).not.toMatch(/LOGIN|AUTHENTICATE/);
    expect(taken.ids).toEqual([]);
  });

  it('on this machine that nobody vouches for is watched, as one without TLS would be', async () => {
    const [proxy, taken, address] = [await proxied(dovecot.imapPort), new Taken(), someone()];
    await deliver(dovecot, address, 1);
    await begin(taken, mailboxOf({ imapPort: proxy.port }, address, { tls: 'opportunistic' }));
    expect(await taken.until(1)).toEqual(numberedIds(1));
    expect(proxy.heard).toContain('STARTTLS');
    expect(proxy.heard).not.toMatch(/LOGIN|AUTHENTICATE/);
  });

  it('for another host gets no password', async () => {
    const other = await secured({ name: 'other.parley.test' });
    stops.push(() => other.server.stop());
    const mailbox = mailboxOf({ imapPort: other.port }, someone(), { tls: 'implicit', ca: other.cert });
    await begin(new Taken(), mailbox);
    await eventually('refused', async () => (await errorOf(mailbox.name)) === 'ERR_TLS_CERT_ALTNAME_INVALID');
  });
});

requireTool('Dovecot', missing)('a mailbox that wants TLS of a server without', () => {
  let plain: Dovecot;
  beforeAll(async () => {
    directory = makeRunDirectory();
    store = await createTestDatabase();
    database = connectDatabase(store.url);
    const path = join(directory, randomUUID());
    mkdirSync(path, { mode: 0o755 });
    plain = await Dovecot.start({ directory: path });
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });
  afterAll(async () => {
    await plain?.stop();
    await database?.destroy();
    await store?.drop();
    removeRunDirectory(directory);
  });

  it('says no password in the clear', async () => {
    const [proxy, address] = [await proxied(plain.imapPort), someone()];
    const mailbox = mailboxOf({ imapPort: proxy.port }, address, { tls: 'required' });
    await begin(new Taken(), mailbox);
    await eventually('refused', async () => (await errorOf(mailbox.name)) === 'NO_TLS');
    expect(proxy.heard).not.toMatch(/LOGIN|AUTHENTICATE/);
  });
});
