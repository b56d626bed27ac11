import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Knex } from 'knex';
import { pino } from 'pino';
import type { Ingest, IngestPorts } from '../../../activities/inbound/ingest.ts';
import type { Meetings } from '../../../activities/meeting/meetings.ts';
import { createMailIngest } from '../../../adapters/mail/inbound.ts';
import { createMetrics } from '../../../adapters/metrics/metrics.ts';
import type { Reading } from '../../../adapters/reading/reading.ts';
import { createApiKey } from '../../../adapters/postgres/api-keys.ts';
import { SCOPES, type Scope } from '../../../policies/actor.ts';
import { connectDatabase } from '../../../adapters/postgres/database.ts';
import { createTenant, ensureFirstTenant, type Tenant } from '../../../adapters/postgres/tenants.ts';
import { createApp } from '../../../api/app.ts';
import { loadTexts } from '../../../adapters/texts/load.ts';
import type { ApiDeps } from '../../../api/deps.ts';
import { loadConfig } from '../../../config/index.ts';
import { createTestDatabase } from '../../support/database.ts';
import { recordedFeeds, type RecordedSchedules } from '../../support/room-feeds.ts';
import { PROVIDERS } from '../../support/providers.ts';
import { testRoomStreams } from '../../support/room-streams.ts';
import { createWorld, PUBLIC_URL, SECRET_KEY, type World, type WorldOptions } from '../../support/world.ts';
import { Caller } from './caller.ts';
import { RecordedMeetings } from './recorded-meetings.ts';
import { testReading } from '../../support/reading.ts';

/** The real application on a free port. */
export interface Api {
  url: string;
  knex: Knex;
  deps: ApiDeps;
  /** What was asked of the feeds' Schedules. */
  schedules: RecordedSchedules;
  tenant: Tenant;
  /** A caller with a fresh key of the tenant, every scope unless told. */
  caller(tenant?: Tenant, scopes?: readonly Scope[]): Promise<Caller>;
  addTenant(slug: string): Promise<Tenant>;
  stop(): Promise<void>;
}

export interface RecordedApi extends Api {
  meetings: RecordedMeetings;
  /** As the schema's owner. */
  ownerUrl: string;
}

export interface WholeApi extends Api {
  world: World;
}

const CONFIG = {
  PUBLIC_URL,
  PARLEY_SECRET_KEY: SECRET_KEY,
  ORGANIZER_EMAIL: 'scheduling@parley.test',
  ...PROVIDERS,
  // The feeds of tests are served on this machine.
  FEED_ALLOW_HTTP: 'true',
  FEED_ALLOWED_HOSTS: '127.0.0.1',
  // Every note is a mail of its own, so that the next one need not be waited for.
  NOTES_PAUSE_SECONDS: '0',
};

interface Parts {
  knex: Knex;
  databaseUrl: string;
  meetings: Meetings;
  ingest: Ingest;
  inbound: IngestPorts;
  tenant: Tenant;
}

async function serve(
  { knex, databaseUrl, tenant, ...parts }: Parts,
  stopParts: () => Promise<void>,
  env: Record<string, string> = {},
): Promise<Api> {
  const config = loadConfig({ ...CONFIG, ...env });
  const feeds = recordedFeeds({ config, secretKey: SECRET_KEY, knex, nowMs: () => Date.now() });
  const deps: ApiDeps = {
    ...parts,
    feeds,
    config,
    knex,
    clock: { nowMs: () => Date.now() },
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    texts: loadTexts(),
    roomStreams: testRoomStreams(databaseUrl, knex),
    readiness: [{ name: 'database', check: () => knex.raw('SELECT 1') }],
  };
  const handle = createApp(deps).callback();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    knex,
    deps,
    schedules: feeds.recorded,
    tenant,
    async caller(of = tenant, scopes = SCOPES) {
      const { key } = await createApiKey(knex, { tenantId: of.id, name: 'test', scopes });
      return new Caller(url, of, key);
    },
    async addTenant(slug) {
      const organizerEmail = `scheduling@${slug}.test`;
      const made = await createTenant(knex, { ...config.firstTenant, slug, organizerEmail });
      if (!made) throw new Error(`the slug ${slug} is taken`);
      return made;
    },
    async stop() {
      await deps.roomStreams.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await stopParts();
    },
  };
}

/** The API with meetings that only record what they are asked; database and reading of mail are real. */
export async function startRecordedApi(
  env: Record<string, string> = {},
  { reading = testReading() }: { reading?: Reading } = {},
): Promise<RecordedApi> {
  const database = await createTestDatabase();
  const knex = connectDatabase(database.url);
  const meetings = new RecordedMeetings();
  const mail = createMailIngest({
    database: knex,
    secretKey: SECRET_KEY,
    clock: { nowMs: () => Date.now() },
    meetings,
    deliveries: meetings.deliveries,
    mailAuth: { mode: 'off' },
    reading,
    log: pino({ level: 'silent' }),
  });
  const tenant = await ensureFirstTenant(knex, loadConfig(CONFIG));
  const stop = async () => {
    await knex.destroy();
    await database.drop();
  };
  const api = await serve({ knex, databaseUrl: database.url, meetings, ...mail, tenant }, stop, env);
  return { ...api, meetings, ownerUrl: database.url };
}

/** The API before a whole Parley: real workflows, and mail that arrives. */
export async function startWholeApi(options: WorldOptions = {}): Promise<WholeApi> {
  const world = await createWorld(options);
  const { database: knex, databaseUrl, meetings, ingest, inbound, tenant } = world;
  const api = await serve({ knex, databaseUrl, meetings, ingest, inbound, tenant }, () => world.stop());
  return { ...api, world };
}
