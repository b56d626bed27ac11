import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { maildirOf, type MailboxServer } from '../../support/mail-servers/dovecot.ts';
import { numbered } from './taken.ts';

/**
 * Puts messages straight into a mailbox's Maildir, as if they had been there for long: thousands in a second.
 *
 * @param about.arrivedMs when the server took them in (INTERNALDATE), which is the time of a message's file
 */
export function fillMailbox(
  server: MailboxServer,
  address: string,
  count: number,
  { arrivedMs, body = 'Hello' }: { arrivedMs: number; body?: string },
): void {
  const maildir = maildirOf(server, address);
  for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(maildir, name), { recursive: true });
  const arrived = Math.floor(arrivedMs / 1000);
  for (let number = 1; number <= count; number += 1) {
    const path = join(maildir, 'cur', `${arrived}.M${String(number).padStart(6, '0')}.test:2,S`);
    writeFileSync(path, numbered(number, address, body).raw);
    utimesSync(path, arrived, arrived);
  }
  if (process.getuid?.() === 0) {
    spawnSync('chown', ['-R', 'mail:mail', dirname(dirname(dirname(maildir)))]);
  }
}

/** Makes the server forget its UIDs, as a restored backup does: it begins again under another UIDVALIDITY. */
export function forgetUids(server: MailboxServer, address: string): void {
  const maildir = maildirOf(server, address);
  for (const name of readdirSync(maildir)) {
    if (/^dovecot(-uidlist|\.index.*|\.list.*)$/.test(name)) rmSync(join(maildir, name));
  }
}
