import type { Knex } from 'knex';
import { pino } from 'pino';
import { createApiKey } from '../../../adapters/postgres/api-keys.ts';
import { SCOPES, type Scope } from '../../../policies/actor.ts';
import { connectDatabase } from '../../../adapters/postgres/database.ts';
import { createTenant, ensureFirstTenant, type Tenant } from '../../../adapters/postgres/tenants.ts';
import type { ApiDeps } from '../../../api/deps.ts';
import { startHttp } from '../../../api/server.ts';
import { apiDeps } from '../../../workers/api.ts';
import { assemble, type Overrides } from '../../../workers/assemble.ts';
import { loadConfig } from '../../../config/index.ts';
import { createTestDatabase } from '../../support/database.ts';
import { recordedFeeds, type RecordedSchedules } from '../../support/room-feeds.ts';
import { PROVIDERS } from '../../support/providers.ts';
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

interface Parts extends Overrides {
  databaseUrl: string;
  knex: Knex;
  tenant: Tenant;
}

async function serve(
  { databaseUrl, tenant, ...parts }: Parts,
  stopParts: () => Promise<void>,
  env: Record<string, string> = {},
): Promise<Api> {
  const { knex } = parts;
  const config = loadConfig({ ...CONFIG, ...env, DATABASE_URL: databaseUrl });
  const feeds = recordedFeeds({ config, secretKey: SECRET_KEY, knex, nowMs: () => Date.now() });
  const parley = assemble(config, { feeds, log: pino({ level: 'silent' }), ...parts });
  const readiness = [{ name: 'database', check: () => knex.raw('SELECT 1') }];
  const deps = apiDeps(parley, { readiness });
  const http = await startHttp(deps, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${http.port}`;
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
      await http.stop(500);
      await parley.close();
      await stopParts();
    },
  };
}

/** What a test puts in the place of parts of it. */
export type RecordedParts = Pick<Overrides, 'reading' | 'clock' | 'outsideMail'>;

/** The API with meetings that only record what they are asked; database and reading of mail are real. */
export async function startRecordedApi(
  env: Record<string, string> = {},
  { reading = testReading(), ...parts }: RecordedParts = {},
): Promise<RecordedApi> {
  const database = await createTestDatabase();
  const knex = connectDatabase(database.url);
  const meetings = new RecordedMeetings();
  const tenant = await ensureFirstTenant(knex, loadConfig(CONFIG));
  const stop = async () => {
    await knex.destroy();
    await database.drop();
  };
  const { deliveries } = meetings;
  const engine = { meetings, deliveries, mailAuth: { mode: 'off' } as const, reading };
  const api = await serve({ ...parts, knex, databaseUrl: database.url, tenant, ...engine }, stop, env);
  return { ...api, meetings, ownerUrl: database.url };
}

/** The API before a whole Parley: real workflows, and mail that arrives. */
export async function startWholeApi(options: WorldOptions = {}): Promise<WholeApi> {
  const world = await createWorld(options);
  const { database: knex, databaseUrl, meetings, deliveries, ingest, inbound, tenant, clock } = world;
  const parts = { knex, databaseUrl, meetings, deliveries, ingest, inbound, tenant, clock };
  // Endpoints of tests are on this machine.
  const api = await serve(parts, () => world.stop(), { WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' });
  return { ...api, world };
}
