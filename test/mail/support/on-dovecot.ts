import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { connectDatabase } from '../../../adapters/postgres/database.ts';
import type { MailboxConfig } from '../../../config/index.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { deliverByLmtp } from '../../support/mail-servers/deliver.ts';
import type { MailboxServer } from '../../support/mail-servers/dovecot.ts';
import { sharedDovecot } from '../../support/mail-servers/shared.ts';
import { watch, type WatchOptions, type Watching } from './mailbox-watch.ts';
import { numbered, type Taken } from './taken.ts';

export interface GivenDovecot {
  server: MailboxServer;
  database: Knex;
  /** Watches a mailbox until the test is over. */
  begin(taken: Taken, mailbox: MailboxConfig, about?: Partial<WatchOptions>): Promise<Watching>;
  /** Small mails with these numbers as their Message-IDs. */
  deliver(to: string, ...numbers: number[]): Promise<void>;
}

/** The address of a mailbox that nobody else uses. */
export const someone = (): string => `${randomUUID()}@parley.test`;

/** For a `describe`: the Dovecot of this run and a database, which `give` hears of before the first test. */
export function onDovecot(give: (given: GivenDovecot) => void): void {
  const watches: Watching[] = [];
  let store: TestDatabase | undefined;
  let database: Knex;
  beforeAll(async () => {
    const server = await sharedDovecot();
    store = await createTestDatabase();
    database = connectDatabase(store.url);
    give({
      server,
      database,
      async begin(taken, mailbox, about = {}) {
        const watching = await watch({ database, ingest: taken.ingest, mailbox, ...about });
        watches.push(watching);
        return watching;
      },
      deliver: (to, ...numbers) =>
        deliverByLmtp(server.lmtpPort, ...numbers.map((number) => numbered(number, to))),
    });
  });
  afterEach(async () => {
    for (const one of watches.splice(0)) await one.end();
  });
  afterAll(async () => {
    await database?.destroy();
    await store?.drop();
  });
}
