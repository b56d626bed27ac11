import type Router from '@koa/router';
import { answerInvitation, decideCounter } from '../../../commands/calendars/answer-message.ts';
import type { Answer } from '../../../domain/itip/broker/answer.ts';
import { NotPermitted } from '../../../policies/not-permitted.ts';
import { principalFor } from '../../../queries/principals.ts';
import { inboxFor, waitingMessagesOf } from '../../../queries/calendars/waiting-messages.ts';
import type { ApiDeps } from '../../deps.ts';
import { hostDoors, idIn, self, type Show, type Take } from '../bookings/doors.ts';
import { goOn, sendHostPage } from '../bookings/show.ts';
import { queryText } from '../form-body.ts';
import { InboxPage } from './inbox-page.tsx';
import { INBOX } from './paths.ts';
import { doneOrRefused } from './refused.ts';

/** GET /calendars/inbox: what waits for an answer; POST answers one message of it. */
export function inboxRoutes(router: Router, deps: ApiDeps): void {
  const doors = hostDoors(router, deps, 'calendars');
  doors.get(INBOX, show);
  doors.post(`${INBOX}/:id`, takeAnswer);
}

const show: Show = async (ctx, deps, actor) => {
  const [{ timezone }, messages] = await Promise.all([
    principalFor(deps, actor, self(actor)),
    waitingMessagesOf(deps, actor),
  ]);
  await sendHostPage(ctx, deps, actor, (frame) => (
    <InboxPage {...frame} {...{ messages, timezone }} done={queryText(ctx, 'done')} />
  ));
};

const ANSWERS: readonly Answer[] = ['ACCEPTED', 'TENTATIVE', 'DECLINED'];

const takeAnswer: Take = async (ctx, deps, actor, form) => {
  const id = idIn(ctx, 'The message');
  const inbox = await inboxFor(deps, actor);
  const message = (await waitingMessagesOf(deps, actor)).find((one) => one.id === id);
  // It may have been answered in a program while the page was open.
  if (!inbox || !message) return goOn(ctx, INBOX, { done: 'settled' });
  const chosen = form.get('answer') ?? '';
  const about = { inbox, member: actor, name: message.name };
  const answer = ANSWERS.find((one) => one === chosen);
  const [done, work] = answer
    ? ['answered', () => answerInvitation(deps, about, answer)]
    : chosen === 'approve'
      ? ['approved', () => decideCounter(deps, about, { approve: true })]
      : ['declined', () => decideCounter(deps, about, { approve: false })];
  goOn(ctx, INBOX, { done: await doneOrRefused(done, work).catch(ifSettled) });
};

function ifSettled(error: unknown): string {
  if (error instanceof NotPermitted) return 'settled';
  throw error;
}
