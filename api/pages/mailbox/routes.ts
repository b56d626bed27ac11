import type Router from '@koa/router';
import type { ApiDeps } from '../../deps.ts';
import { sendNotFound } from '../errors.tsx';
import { queryText } from '../form-body.ts';
import { setPageHeaders } from '../render.tsx';
import { sendFrame } from './frame.ts';
import { openLetter } from './letter.ts';
import { showMailbox } from './show.tsx';
import { takeAnswer } from './take-answer.ts';
import type { MailboxReader } from './reader.ts';

/** /dev/mailbox: everybody's mail in the embedded mode, for people and for scripts. */
export function mailboxRoutes(router: Router, deps: ApiDeps, mailbox: MailboxReader): void {
  router.get('/dev/mailbox', (ctx) =>
    showMailbox(ctx, deps, mailbox, {
      person: queryText(ctx, 'to'),
      zone: queryText(ctx, 'zone'),
      said: queryText(ctx, 'said'),
    }),
  );
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
