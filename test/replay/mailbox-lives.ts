import type { WorkflowHandle } from '@temporalio/client';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { mailboxOf } from '../mail/support/mailbox-of.ts';
import { watch } from '../mail/support/mailbox-watch.ts';
import { numbered, Taken } from '../mail/support/taken.ts';
import { deliverByLmtp } from '../support/mail-servers/deliver.ts';
import { sharedDovecot } from '../support/mail-servers/shared.ts';
import { stopSignal } from '../../workflows/mailbox/messages.ts';

type Recorder = (handle: WorkflowHandle) => Promise<void>;

/** The life of a mailbox's workflow; see lives.ts for those of meetings. */
export const MAILBOX_LIVES: Record<string, (databaseUrl: string, record: Recorder) => Promise<void>> = {
  async 'mailbox-watched-twice-and-stopped'(databaseUrl, record) {
    const [database, taken, server] = [connectDatabase(databaseUrl), new Taken(), await sharedDovecot()];
    const mailbox = mailboxOf(server, 'recorded@parley.test', { name: 'recorded' });
    const limits = { forMs: 60_000, messages: 1 };
    const watching = await watch({ database, ingest: taken.ingest, mailbox, limits });
    try {
      await deliverByLmtp(server.lmtpPort, numbered(1, mailbox.user));
      await taken.until(1);
      await deliverByLmtp(server.lmtpPort, numbered(2, mailbox.user));
      await taken.until(2);
      const handle = watching.client.workflow.getHandle(watching.workflowId);
      await handle.signal(stopSignal);
      await handle.result();
      await record(handle);
    } finally {
      await watching.end();
      await database.destroy();
    }
  },
};
