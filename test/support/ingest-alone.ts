import type { Knex } from 'knex';
import pino from 'pino';
import type { Ingest } from '../../activities/inbound/ingest.ts';
import type { Meetings } from '../../activities/meeting/meetings.ts';
import { loadConfig } from '../../config/index.ts';
import { assemble } from '../../workers/assemble.ts';
import type { SignalEvent } from '../../workflows/meeting/messages.ts';
import { GUEST, insertMeeting, insertTenant } from '../pages/support/rows.ts';
import { createTestDatabase } from './database.ts';
import { testReading } from './reading.ts';

/** The whole ingest of mail on a real database; what the meetings are told is written down. */
export interface IngestAlone {
  database: Knex;
  ingest: Ingest;
  /** A booked meeting's UID; its guest is `guest`. */
  meeting(): Promise<string>;
  guest: string;
  told: { uid: string; event: SignalEvent }[];
  stop(): Promise<void>;
}

export async function startIngestAlone(): Promise<IngestAlone> {
  const { url, drop } = await createTestDatabase();
  const told: IngestAlone['told'] = [];
  const tell: Meetings['tell'] = (uid, event) => {
    told.push({ uid, event });
    return Promise.resolve();
  };
  const parley = assemble(
    loadConfig({ DATABASE_URL: url, PARLEY_SECRET_KEY: Buffer.alloc(32, 7).toString('base64') }),
    {
      // Mail tells meetings, and asks nothing else of them.
      meetings: { tell } as Meetings,
      deliveries: { start: () => Promise.resolve() },
      mailAuth: { mode: 'off' },
      reading: testReading(),
      log: pino({ level: 'silent' }),
    },
  );
  const { knex: database, ingest } = parley;
  const tenantId = await insertTenant(database);
  return {
    database,
    ingest,
    meeting: async () =>
      (await insertMeeting(database, { tenantId, startMs: Date.now() + 72 * 3_600_000 })).uid,
    guest: GUEST.email,
    told,
    async stop() {
      await parley.close();
      await drop();
    },
  };
}
