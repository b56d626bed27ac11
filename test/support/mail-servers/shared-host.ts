import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../../../workers/embedded/progress.ts';
import { Dovecot, type MailboxServer } from './dovecot.ts';
import { provideDovecot, providePostfix } from './packages.ts';
import { startPostfix } from './postfix.ts';

/** How services-host.ts starts the mail servers that the run shares; each answers with JSON for shared.ts. */
export function sharedMailServers(host: {
  directory: string;
  progress: Progress;
  stops: (() => Promise<void>)[];
  ask(name: 'dovecot'): Promise<string>;
}) {
  const directoryFor = (name: string): string => {
    const path = join(host.directory, name);
    mkdirSync(path, { mode: 0o755 });
    return path;
  };
  return {
    async dovecot(): Promise<string> {
      await provideDovecot(host.progress);
      const dovecot = await Dovecot.start({ directory: directoryFor('dovecot') });
      host.stops.push(() => dovecot.stop());
      const { imapPort, lmtpPort, directory } = dovecot;
      return JSON.stringify({ imapPort, lmtpPort, directory } satisfies MailboxServer);
    },

    async postfix(): Promise<string> {
      await providePostfix(host.progress);
      const { lmtpPort } = JSON.parse(await host.ask('dovecot')) as MailboxServer;
      const postfix = await startPostfix({ directory: directoryFor('postfix'), lmtpPort });
      host.stops.push(() => postfix.stop());
      return JSON.stringify({ smtpPort: postfix.smtpPort });
    },
  };
}
