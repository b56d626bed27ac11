import { createMessageIds } from '../../../adapters/mail/message-ids.ts';
import type { Knex } from 'knex';
import { createLogger } from '../../../adapters/log/logger.ts';
import type { Deliveries } from '../../../activities/inbound/ports.ts';
import { createMailComposer } from '../../../adapters/mail/compose.ts';
import { createApiKey } from '../../../adapters/postgres/api-keys.ts';
import { SCOPES } from '../../../policies/actor.ts';
import { connectDatabase } from '../../../adapters/postgres/database.ts';
import { createMeetingStore } from '../../../adapters/postgres/meeting-store.ts';
import { createTenant, ensureFirstTenant, type Tenant } from '../../../adapters/postgres/tenants.ts';
import { createSealer } from '../../../adapters/secrets/sealing.ts';
import type { ApiDeps, ReadinessCheck } from '../../../api/deps.ts';
import { startHttp } from '../../../api/server.ts';
import { apiDeps } from '../../../workers/api.ts';
import { assemble } from '../../../workers/assemble.ts';
import { loadConfig } from '../../../config/index.ts';
import { createTestDatabase } from '../../support/database.ts';
import { recordedFeeds } from '../../support/room-feeds.ts';
import { DirectMeetings } from './direct-meetings.ts';
import { testReading } from '../../support/reading.ts';

/** Friday, 20 November 2026, 09:00 UTC. */
export const NOW = Date.UTC(2026, 10, 20, 9);
export const HOUR = 3_600_000;
export const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
export const PUBLIC_URL = 'http://parley.test';

export interface Answer {
  status: number;
  type: string;
  text: string;
  headers: Headers;
  /** The body, when it is JSON. */
  json: Record<string, unknown>;
}

export interface CallOptions {
  /** An object is sent as JSON, text and bytes as they are. */
  body?: unknown;
  /** The first tenant's key with every scope when absent; null for none. */
  key?: string | null;
  headers?: Record<string, string>;
}

export interface TestApi {
  url: string;
  knex: Knex;
  deps: ApiDeps;
  meetings: DirectMeetings;
  clock: { ms: number };
  tenant: Tenant;
  key: string;
  /** Somebody else's. */
  other: { tenant: Tenant; key: string };
  readiness: ReadinessCheck[];
  /** What was logged so far. */
  log: string[];
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** POST of JSON with the first tenant's key. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
}

/** The whole application on a database of its own, with meetings that need no Temporal. */
export async function startTestApi(): Promise<TestApi> {
  const database = await createTestDatabase();
  const knex = connectDatabase(database.url, { poolSize: 8 });
  const config = loadConfig({
    DATABASE_URL: database.url,
    PARLEY_SECRET_KEY: SECRET_KEY,
    PUBLIC_URL,
    NOTES_PAUSE_SECONDS: '0',
  });
  const clock = { ms: NOW };
  const nowMs = () => clock.ms;
  const log: string[] = [];
  const logger = createLogger({ level: 'info', destination: { write: (line) => void log.push(line) } });
  const tools = {
    composer: createMailComposer(),
    sealer: createSealer(SECRET_KEY),
    messageIds: createMessageIds(SECRET_KEY),
    publicUrl: PUBLIC_URL,
  };
  const store = createMeetingStore(knex, tools);
  const meetings = new DirectMeetings(store, nowMs);
  const deliveries: Deliveries = {
    start: async (message) => {
      if (message.type === 'repeat-cancel') await store.prepareRepeat(message);
      if (message.type === 'sign-in') await store.prepareSignIn(message);
    },
  };
  const readiness: ReadinessCheck[] = [{ name: 'database', check: () => knex.raw('SELECT 1') }];
  const parley = assemble(config, {
    ...{ knex, meetings, deliveries },
    clock: { nowMs },
    log: logger,
    mailAuth: { mode: 'off' },
    reading: testReading(),
    feeds: recordedFeeds({ config, secretKey: SECRET_KEY, knex, nowMs }),
  });
  const deps = apiDeps(parley, { readiness });
  const http = await startHttp(deps, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${http.port}`;
  const tenant = await ensureFirstTenant(knex, config);
  const { key } = await createApiKey(knex, { tenantId: tenant.id, name: 'all', scopes: SCOPES });
  const call = caller(url, key);
  return {
    url,
    knex,
    deps,
    meetings,
    clock,
    tenant,
    key,
    other: await secondTenant(knex, tenant),
    readiness,
    log,
    call,
    post: (path, body, headers = {}) => call('POST', path, { body, headers }),
    async stop() {
      await http.stop(500);
      await parley.close();
      await knex.destroy();
      await database.drop();
    },
  };
}

async function secondTenant(knex: Knex, like: Tenant): Promise<TestApi['other']> {
  const { id: _id, ...rest } = like;
  const tenant = await createTenant(knex, { ...rest, slug: 'other', organizerEmail: 'desk@other.test' });
  if (!tenant) throw new Error('the slug is taken');
  const { key } = await createApiKey(knex, { tenantId: tenant.id, name: 'all', scopes: SCOPES });
  return { tenant, key };
}

const caller =
  (url: string, ownKey: string) =>
  async (method: string, path: string, options: CallOptions = {}): Promise<Answer> => {
    const { body, key = ownKey, headers = {} } = options;
    const raw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body);
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const type = response.headers.get('Content-Type') ?? '';
    const json = /json/.test(type) ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: response.status, type, text, headers: response.headers, json };
  };
