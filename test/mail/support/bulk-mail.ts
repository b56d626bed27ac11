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
  giveToServer(dirname(dirname(maildir)));
}

/** For a server of one's own: every mailbox is one file, which is written as fast as a disk writes. */
export const MBOX = `
mail_location = mbox:~/mail:INBOX=~/mail/inbox
mbox_write_locks = fcntl
mbox_very_dirty_syncs = yes
`;

/** As `fillMailbox`, where each mailbox is one file. The time of arrival is that of the From_ line (RFC 4155). */
export function fillMbox(server: MailboxServer, address: string, count: number, arrivedMs: number): void {
  const mail = join(dirname(maildirOf(server, address)), 'mail');
  mkdirSync(mail, { recursive: true });
  // Tue Nov  3 10:00:00 2026
  const [day, date, month, year, time] = new Date(arrivedMs).toUTCString().split(/,? /);
  const line = `From sender@example.com ${day} ${month} ${date} ${time} ${year}`;
  const messages = Array.from({ length: count }, (_, at) => {
    const { raw } = numbered(at + 1, address);
    return `${line}\n${raw.replaceAll('\r\n', '\n')}\n`;
  });
  writeFileSync(join(mail, 'inbox'), messages.join(''));
  giveToServer(dirname(dirname(mail)));
}

/** As root: Dovecot keeps mail as the user `mail`. */
function giveToServer(path: string): void {
  if (process.getuid?.() === 0) spawnSync('chown', ['-R', 'mail:mail', path]);
}

/** Makes the server forget its UIDs, as a restored backup does: it begins again under another UIDVALIDITY. */
export function forgetUids(server: MailboxServer, address: string): void {
  const maildir = maildirOf(server, address);
  for (const name of readdirSync(maildir)) {
    if (/^dovecot(-uidlist|\.index.*|\.list.*)$/.test(name)) rmSync(join(maildir, name));
  }
}
