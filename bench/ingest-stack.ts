import type { Ingest } from '../activities/inbound/ingest.ts';
import type { Meetings } from '../activities/meeting/meetings.ts';
import { assemble } from '../workers/assemble.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import { GUEST, insertMeeting } from '../test/pages/support/rows.ts';

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
  const { config, database, tenant, stop } = await startEmbeddedDatabase({ DATABASE_POOL_SIZE: '20' });
  const meetings: IngestStack['meetings'] = [];
  const firstMs = Math.ceil(Date.now() / 1000) * 1000 + 72 * HOUR;
  for (let i = 0; i < count; i += 1) {
    // Far apart: a person is in one meeting at a time.
    const startMs = firstMs + 2 * i * HOUR;
    const { uid } = await insertMeeting(database, { tenantId: tenant.id, startMs });
    meetings.push({ uid, startMs });
  }
  // As PostgreSQL does by itself within the first minute: until then it plans for empty tables.
  await database.raw('ANALYZE');
  // What a workflow costs is the lifecycle's benchmark: here the meeting has been told when the outbox is empty.
  const told: Pick<Meetings, 'tell'> = { tell: () => Promise.resolve() };
  const parley = assemble(config, {
    meetings: told as Meetings,
    deliveries: { start: () => Promise.resolve() },
    mailAuth: { mode: 'off' },
  });
  return {
    meetings,
    guest: GUEST.email,
    organizer: tenant.organizerEmail,
    ingest: parley.ingest,
    async stop() {
      await parley.close();
      await stop();
    },
  };
}
