import type { ImapFlow, MailboxObject } from 'imapflow';
import type { OpenMailbox } from '../../../activities/mailbox/ports.ts';
import { translating } from './failure.ts';
import { fetchMessages } from './fetch.ts';
import { createMarker } from './handled.ts';
import { searchFolder } from './search.ts';
import type { ImapMailbox } from './settings.ts';
import { createWaiter } from './wait.ts';

/** A connection that does not answer a LOGOUT is closed without one. */
const LOGOUT_MS = 1_000;

/** Opens the folder on a connection; every failure after this has a stable code. */
export async function openFolder(client: ImapFlow, mailbox: ImapMailbox): Promise<OpenMailbox> {
  const waiter = createWaiter(client, mailbox);
  const folder: MailboxObject = await client.mailboxOpen(mailbox.folder);
  const marker = await createMarker(client, mailbox.handled);
  return {
    uidValidity: Number(folder.uidValidity),
    search(afterUid, sinceMs) {
      waiter.looked();
      return searchFolder(client, { afterUid, sinceMs, nextUid: folder.uidNext, unless: marker.keyword });
    },
    fetch: (uids) => fetchMessages(client, uids, mailbox.largestBytes),
    markHandled: (uids) => translating(() => marker.mark(uids)),
    wait: (withinMs, signal) => translating(() => waiter.wait(withinMs, signal)),
    async close() {
      const late = setTimeout(() => client.close(), LOGOUT_MS);
      try {
        if (client.usable) await client.logout();
      } catch {
        // It was to be closed anyway.
      } finally {
        clearTimeout(late);
        client.close();
      }
    },
  };
}
