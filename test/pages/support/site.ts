import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { found } from '../../../adapters/health/finding.ts';
import { connectDatabase } from '../../../adapters/postgres/database.ts';
import type { ApiDeps } from '../../../api/deps.ts';
import { IDLE_CONNECTION_MS } from '../../../api/server.ts';
import { limitRequests } from '../../../api/limits/middleware.ts';
import { pageNotFound, pagesRouter, pageTooMany } from '../../../api/pages/index.ts';
import type { MailboxReader } from '../../../api/pages/mailbox/reader.ts';
import { apiDeps } from '../../../workers/api.ts';
import { assemble } from '../../../workers/assemble.ts';
import { loadConfig } from '../../../config/index.ts';
import { createTestDatabase } from '../../support/database.ts';
import { recordedFeeds, type RecordedSchedules } from '../../support/room-feeds.ts';
import { documentation } from './page-routes.ts';
import { RecordingMeetings } from './recording-meetings.ts';
import { insertTenant } from './rows.ts';
import { testReading } from '../../support/reading.ts';

/** Friday, 20 November 2026, 09:00 UTC. */
export const NOW = Date.UTC(2026, 10, 20, 9);

const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

export interface Site {
  url: string;
  knex: Knex;
  meetings: RecordingMeetings;
  deps: ApiDeps;
  /** What was asked of the feeds' Schedules. */
  schedules: RecordedSchedules;
  tenantId: string;
  clock: { ms: number };
  get(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** What the audit log says about the use of links, in order. */
  audit(): Promise<{ what: string; actor: string; tenant_id: string | null }[]>;
  stop(): Promise<void>;
}

interface SiteOptions {
  env?: Record<string, string>;
  mailbox?: MailboxReader;
  oneClick?: boolean;
}

/** The pages on a database of their own, with meetings that only record. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const database = await createTestDatabase();
  const knex = connectDatabase(database.url, { poolSize: 4 });
  const clock = { ms: NOW };
  const meetings = new RecordingMeetings(knex, () => clock.ms);
  const config = loadConfig({
    DATABASE_URL: database.url,
    PARLEY_SECRET_KEY: SECRET_KEY,
    // The feeds of tests are served on this machine.
    FEED_ALLOW_HTTP: 'true',
    FEED_ALLOWED_HOSTS: '127.0.0.1',
    ...options.env,
  });
  const nowMs = () => clock.ms;
  const feeds = recordedFeeds({ config, secretKey: SECRET_KEY, knex, nowMs });
  const parley = assemble(config, {
    ...{ knex, meetings, feeds },
    deliveries: { start: () => Promise.reject(new Error('no page delivers')) },
    clock: { nowMs },
    log: pino({ level: 'silent' }),
    mailAuth: { mode: 'off' },
    reading: testReading(),
  });
  const deps = apiDeps(parley, {
    mailbox: options.mailbox,
    // No Temporal is there to be asked.
    health: () => Promise.resolve([found('smtp', 'smtp-unreachable', { detail: 'ECONNREFUSED' })]),
  });
  const app = new Koa();
  // As in the application: streams that their readers have closed.
  app.on('error', () => undefined);
  app.use(pageTooMany(deps));
  app.use(limitRequests(config));
  app.use(pageNotFound(deps));
  app.use(documentation(deps).routes());
  app.use(pagesRouter(deps).routes());
  const server = createServer((request, response) => void app.callback()(request, response));
  server.keepAliveTimeout = IDLE_CONNECTION_MS;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tenantId = await insertTenant(knex, options.oneClick ?? false);
  return {
    url,
    knex,
    meetings,
    deps,
    schedules: feeds.recorded,
    tenantId,
    clock,
    get: (path, init) => fetch(url + path, { redirect: 'manual', ...init }),
    post: (path, fields, headers = {}) =>
      fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers }),
    audit: () =>
      knex('audit_log').where({ category: 'token' }).orderBy('id').select('what', 'actor', 'tenant_id'),
    async stop() {
      await deps.roomStreams.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await parley.close();
      await knex.destroy();
      await database.drop();
    },
  };
}
