import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ingest } from '../activities/ingest.ts';
import type { Meetings } from '../activities/ports.ts';
import { systemClock } from '../adapters/clock.ts';
import { createLogger } from '../adapters/log/logger.ts';
import { createMailIngest } from '../adapters/mail/inbound.ts';
import { connectDatabase } from '../adapters/postgres/database.ts';
import { migrateDatabase } from '../adapters/postgres/migrate.ts';
import { ensureFirstTenant } from '../adapters/postgres/tenants.ts';

import { loadConfig, required } from '../config/index.ts';
import { GUEST, insertMeeting } from '../test/pages/support/rows.ts';
import { createProgress } from '../workers/embedded/progress.ts';
import { startEmbedded, withEmbedded } from '../workers/embedded/stack.ts';

/** The ingest of mail on an embedded PostgreSQL that writes through to the disk. */
export interface IngestStack {
  ingest: Ingest;
  /** Booked meetings, all with the same guest. */
  meetings: { uid: string; startMs: number }[];
  guest: string;
  organizer: string;
  stop(): Promise<void>;
}

const HOUR = 3_600_000;

export async function startIngestStack(count: number): Promise<IngestStack> {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'parley-bench-'));
  chmodSync(directory, 0o711); // as root: PostgreSQL's own user has to pass through
  const base = loadConfig({
    ...process.env,
    PARLEY_DATA_DIR: join(directory, 'data'),
    LOG_LEVEL: 'error',
    DATABASE_POOL_SIZE: '20',
    POSTGRES_PORT: '0',
    // Nothing here talks to it; a given address keeps the embedded one from being started.
    TEMPORAL_ADDRESS: '127.0.0.1:1',
  });
  const embedded = await startEmbedded(base, { progress: createProgress(process.stderr) });
  const config = withEmbedded(base, embedded);
  await migrateDatabase(required(config, 'databaseUrl'));
  const database = connectDatabase(required(config, 'databaseUrl'));
  const tenant = await ensureFirstTenant(database, config);
  const meetings: IngestStack['meetings'] = [];
  const firstMs = Math.ceil(Date.now() / 1000) * 1000 + 72 * HOUR;
  for (let i = 0; i < count; i += 1) {
    // Far apart: a person is in one meeting at a time.
    const startMs = firstMs + 2 * i * HOUR;
    const { uid } = await insertMeeting(database, { tenantId: tenant.id, startMs });
    meetings.push({ uid, startMs });
  }
  // What a workflow costs is the lifecycle's benchmark: here the meeting has been told when the outbox is empty.
  const told: Pick<Meetings, 'tell'> = { tell: () => Promise.resolve() };
  return {
    meetings,
    guest: GUEST.email,
    organizer: tenant.organizerEmail,
    ...createMailIngest({
      database,
      secretKey: required(config, 'secretKey'),
      clock: systemClock,
      meetings: told as Meetings,
      deliveries: { start: () => Promise.resolve() },
      mailAuth: { mode: 'off' },
      log: createLogger({ level: config.log.level }),
    }),
    async stop() {
      await database.destroy();
      await embedded.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
