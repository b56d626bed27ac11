import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Knex } from 'knex';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { listMailboxes } from '../../adapters/postgres/mailbox-list.ts';
import type { MailboxConfig } from '../../config/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { deliverByLmtp } from '../support/mail-servers/deliver.ts';
import type { MailboxServer } from '../support/mail-servers/dovecot.ts';
import { sharedDovecot } from '../support/mail-servers/shared.ts';
import { accessTokenFor } from '../support/mail-servers/tokens.ts';
import { requireTool } from '../support/require-tool.ts';
import { tryService } from '../support/services.ts';
import { mailboxOf } from './support/mailbox-of.ts';
import { watch } from './support/mailbox-watch.ts';
import { eventually, numbered, Taken } from './support/taken.ts';

const { missing } = await tryService('dovecot');

/** An authorization server that gives out access tokens for one mailbox. */
async function startTokenServer(address: string) {
  const asked: URLSearchParams[] = [];
  const server = {
    asked,
    url: '',
    /** Tokens say that they live for an hour, and live this long. */
    livesMs: 3_600_000,
    refuses: false,
    stop: () => http.close(),
  };
  const http = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push(new URLSearchParams(body));
      response.writeHead(server.refuses ? 400 : 200, { 'content-type': 'application/json' });
      const token = accessTokenFor(address, Date.now() + server.livesMs);
      const next = `refresh-${asked.length + 1}`;
      const granted = { access_token: token, expires_in: 3600, token_type: 'Bearer', refresh_token: next };
      response.end(JSON.stringify(server.refuses ? { error: 'invalid_grant' } : granted));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  server.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/token`;
  return server;
}

let dovecot: MailboxServer;
let store: TestDatabase;
let database: Knex;
const stops: (() => unknown)[] = [];

const someone = () => `${randomUUID()}@parley.test`;
const begin = async (taken: Taken, mailbox: MailboxConfig) => {
  const watching = await watch({ database, ingest: taken.ingest, mailbox });
  stops.push(() => watching.end());
  return watching;
};
const withTokens = async (address: string) => {
  const server = await startTokenServer(address);
  stops.push(() => server.stop());
  const oauth2 = {
    tokenUrl: server.url,
    clientId: 'parley',
    clientSecret: 'client secret',
    refreshToken: 'refresh-1',
    scope: 'mail.read',
  };
  return { server, mailbox: mailboxOf(dovecot, address, { auth: { oauth2 } }) };
};

requireTool('Dovecot', missing)('logging in', () => {
  beforeAll(async () => {
    dovecot = await sharedDovecot();
    store = await createTestDatabase();
    database = connectDatabase(store.url);
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });
  afterAll(async () => {
    await database?.destroy();
    await store?.drop();
  });

  it('with OAuth2 asks for an access token with the refresh token', async () => {
    const [taken, address] = [new Taken(), someone()];
    const { server, mailbox } = await withTokens(address);
    await deliverByLmtp(dovecot.lmtpPort, numbered(1, address));
    await begin(taken, mailbox);
    await taken.until(1);
    expect(server.asked.map((one) => Object.fromEntries(one))).toEqual([
      {
        grant_type: 'refresh_token',
        refresh_token: 'refresh-1',
        client_id: 'parley',
        client_secret: 'client secret',
        scope: 'mail.read',
      },
    ]);
  });

  it('with an access token that the mail server refuses gets another one, with the newest refresh token', async () => {
    const [taken, address] = [new Taken(), someone()];
    const { server, mailbox } = await withTokens(address);
    server.livesMs = -1;
    await deliverByLmtp(dovecot.lmtpPort, numbered(1, address));
    await begin(taken, mailbox);
    await eventually('refused twice', () => server.asked.length >= 2);
    server.livesMs = 3_600_000;
    await taken.until(1);
    expect(server.asked[1]?.get('refresh_token')).toBe('refresh-2');
  });

  it('goes on after a restart with the newest refresh token, unless another one is configured', async () => {
    const [taken, address] = [new Taken(), someone()];
    const { server, mailbox } = await withTokens(address);
    const watching = await begin(taken, mailbox);
    await eventually('asked once', () => server.asked.length === 1);
    const kept = () => database('mailboxes').where({ name: mailbox.name }).first('refresh_token_sealed');
    await eventually('kept', async () => (await kept())?.refresh_token_sealed !== null);
    await watching.stop();
    await watching.again();
    await eventually('asked twice', () => server.asked.length === 2);
    expect(server.asked[1]?.get('refresh_token')).toBe('refresh-2');
    await watching.stop();
    const auth = {
      oauth2: { ...('oauth2' in mailbox.auth && mailbox.auth.oauth2), refreshToken: 'another' },
    };
    await begin(taken, { ...mailbox, auth } as MailboxConfig);
    await eventually('asked again', () => server.asked.length === 3);
    expect(server.asked[2]?.get('refresh_token')).toBe('another');
    const row = await database('mailboxes')
      .where({ name: mailbox.name })
      .first<{ refresh_token_sealed: Buffer }>();
    expect(row.refresh_token_sealed.includes('refresh-')).toBe(false);
  });

  it('with a refresh token that is refused, or a wrong password, says so and nothing secret', async () => {
    const [taken, address] = [new Taken(), someone()];
    const { server, mailbox } = await withTokens(address);
    server.refuses = true;
    const other = mailboxOf(dovecot, address, { auth: { password: 'wrong horse' } });
    await begin(taken, mailbox);
    const watching = await begin(taken, other);
    const errorOf = async (name: string) =>
      (await listMailboxes(database)).find((one) => one.name === name)?.lastError;
    await eventually('told', async () => (await errorOf(mailbox.name)) === 'TOKEN_REFUSED');
    await eventually('told', async () => (await errorOf(other.name)) === 'AUTHENTICATION_FAILED');
    const { raw } = await watching.client.workflow.getHandle(watching.workflowId).describe();
    const known = JSON.stringify(raw.pendingActivities, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString() : value,
    );
    expect(known).toContain('AUTHENTICATION_FAILED');
    expect(known).not.toContain('wrong horse');
    expect(known).not.toContain(address);
  });
});
