import { setTimeout as wait } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { MAIL_PASSWORD } from './mailboxes.ts';

/** A second mail program on the same mailbox, for what people do to their mail. */
export async function withMailbox<T>(
  server: { imapPort: number },
  address: string,
  work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: server.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user: address, pass: MAIL_PASSWORD },
    logger: false,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.logout();
  }
}

export interface KeptMessage {
  uid: number;
  flags: Set<string>;
  raw: string;
}

/** Everything in a folder, in the order of its UIDs; nothing when there is no such folder. */
export const messagesIn = (
  server: { imapPort: number },
  address: string,
  folder = 'INBOX',
): Promise<KeptMessage[]> =>
  withMailbox(server, address, async (client) => {
    if (!(await client.list()).some((one) => one.path === folder)) return [];
    const { exists } = await client.mailboxOpen(folder, { readOnly: true });
    if (exists === 0) return [];
    const found: KeptMessage[] = [];
    for await (const { uid, flags, source } of client.fetch('1:*', {
      uid: true,
      flags: true,
      source: true,
    })) {
      found.push({ uid, flags: flags ?? new Set(), raw: source?.toString('latin1') ?? '' });
    }
    return found;
  });

/** Waits until the folder holds so many messages. @throws Error that says how many there are */
export async function untilMessages(
  server: { imapPort: number },
  address: string,
  count: number,
  folder = 'INBOX',
): Promise<KeptMessage[]> {
  for (let tries = 0; ; tries += 1) {
    const found = await messagesIn(server, address, folder);
    if (found.length >= count) return found;
    if (tries === 100) throw new Error(`${folder} has ${found.length} message(s) instead of ${count}`);
    await wait(100);
  }
}
