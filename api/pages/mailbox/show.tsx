import type { Context } from 'koa';
import type { ApiDeps } from '../../deps.ts';
import { englishReader } from '../reader.ts';
import { sendPage } from '../render.tsx';
import { readerZone } from '../time/zone.ts';
import { openLetter } from './letter.ts';
import { MailboxPage, type MailboxPageProps } from './page.tsx';
import type { MailboxReader } from './reader.ts';
import { saidWords } from './said.ts';

interface Asked extends Pick<MailboxPageProps, 'again'> {
  /** Whose mail; empty: of whoever got the latest. */
  person: string;
  zone: string;
  /** See `Said`. */
  said?: string;
}

/** The mail of one person; 422 with a form that is shown again. */
export async function showMailbox(
  ctx: Context,
  deps: ApiDeps,
  mailbox: MailboxReader,
  { person: asked, zone, said = '', again }: Asked,
): Promise<void> {
  const people = mailbox.people();
  const person = asked.toLowerCase() || people[0]?.address || null;
  const letters = person === null ? [] : await Promise.all((await mailbox.list(person)).map(openLetter));
  const page = (
    <MailboxPage
      productName={deps.config.firstTenant.productName}
      people={people}
      person={person}
      letters={letters}
      zone={readerZone(zone, null)}
      said={saidWords(said)}
      again={again}
      sendersChecked={deps.config.incomingMail.auth.mode !== 'off'}
    />
  );
  sendPage(ctx, englishReader(deps.texts), page, { status: again ? 422 : 200, frames: true });
}
