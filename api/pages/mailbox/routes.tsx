import type Router from '@koa/router';
import type { Context } from 'koa';
import type { ApiDeps } from '../../deps.ts';
import { sendNotFound } from '../errors.tsx';
import { queryText } from '../form-body.ts';
import { englishReader } from '../reader.ts';
import { sendPage, setPageHeaders } from '../render.tsx';
import { readerZone } from '../time/zone.ts';
import { sendFrame } from './frame.ts';
import { openLetter } from './letter.ts';
import { MailboxPage } from './page.tsx';
import { saidWords } from './said.ts';
import { takeAnswer } from './take-answer.ts';
import type { MailboxReader } from './reader.ts';

/** /dev/mailbox: everybody's mail in the embedded mode, for people and for scripts. */
export function mailboxRoutes(router: Router, deps: ApiDeps, mailbox: MailboxReader): void {
  router.get('/dev/mailbox', (ctx) => show(ctx, deps, mailbox));
  router.get('/dev/mailbox.json', async (ctx) => {
    const messages = await mailbox.list(queryText(ctx, 'to') || undefined);
    setPageHeaders(ctx);
    ctx.body = messages.map(({ id, from, to, subject, receivedAt, raw }) => ({
      id,
      from,
      to,
      subject,
      receivedAt,
      raw,
    }));
  });
  router.get('/dev/mailbox/frame/:id', async (ctx) => {
    const message = await mailbox.get(ctx.params.id ?? '');
    return message ? sendFrame(ctx, await openLetter(message)) : sendNotFound(ctx, deps);
  });
  router.post('/dev/mailbox/answer', (ctx) => takeAnswer(ctx, deps, mailbox));
}

async function show(ctx: Context, deps: ApiDeps, mailbox: MailboxReader): Promise<void> {
  const people = mailbox.people();
  const person = queryText(ctx, 'to').toLowerCase() || people[0]?.address || null;
  const letters = person === null ? [] : await Promise.all((await mailbox.list(person)).map(openLetter));
  sendPage(
    ctx,
    englishReader(deps.texts),
    <MailboxPage
      productName={deps.config.firstTenant.productName}
      people={people}
      person={person}
      letters={letters}
      zone={readerZone(queryText(ctx, 'zone'), null)}
      said={saidWords(queryText(ctx, 'said'))}
      sendersChecked={deps.config.incomingMail.auth.mode !== 'off'}
    />,
    { frames: true },
  );
}
