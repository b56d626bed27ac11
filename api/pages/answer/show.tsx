import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { noteLook, refuseLink } from '../../../commands/links/link-uses.ts';
import { lookToAnswer } from '../../../commands/links/look-at-link.ts';
import { fixedFor } from '../../../domain/meeting/changing.ts';
import type { RefusalCode } from '../../../domain/meeting/decision.ts';
import { nameOfAnswer } from '../../../domain/meeting/links.ts';
import type { ApiDeps } from '../../deps.ts';
import { linkReader } from '../links/link-reader.ts';
import { lookOrTell, sendLinkProblem } from '../links/send-problem.tsx';
import type { Reader } from '../reader.ts';
import { refusalStatus } from '../refusal-status.ts';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import { readerZone } from '../time/zone.ts';
import { refusalWords, type RefusalWords } from '../words.ts';
import type { AnswerPage, Asked } from './asked.ts';
import { Cancelled } from './cancelled.tsx';
import { Invitation } from './invitation.tsx';

/** Asks for the answer, or tells how the reader stands. @param refused why a press of the button changed nothing */
export async function showAnswer(
  ctx: Context,
  deps: ApiDeps,
  asked: Asked,
  refused?: RefusalCode,
): Promise<void> {
  const page = await openPage(ctx, deps, asked);
  if (!page) return;
  const { link, reader } = page;
  if (link.meeting.requestedBy !== null) return seeOther(ctx, withdrawPath(asked, reader));
  if (!refused) await noteLook(deps, link);
  const refusal = refused && wordsFor(refused, page, reader);
  const answer = asked.answer === link.answer ? null : asked.answer;
  sendPage(
    ctx,
    reader,
    <Invitation
      page={page}
      asked={answer}
      fixed={fixedFor(link.part, link.meeting, deps.clock.nowMs())}
      requestKey={randomUUID()}
      refusal={refusal}
    />,
    { status: refused ? refusalStatus(ctx, refused, deps.clock.nowMs()) : 200 },
  );
}

/** There is nothing to answer yet: what was asked for can be taken back. */
const withdrawPath = ({ token, zone }: Asked, { chosen }: Reader): string =>
  pathTo('/answer/cancel', { t: token, zone, lang: chosen });

/** What the link opens while it can be answered; null: it cannot, and the reader has been told what became of the meeting. */
export async function openPage(
  ctx: Context,
  deps: ApiDeps,
  { token, zone, answer }: Asked,
): Promise<AnswerPage | null> {
  const looked = await lookOrTell(ctx, deps, token, lookToAnswer(deps, token));
  if (!looked) return null;
  const { link, isOpen } = looked;
  const as = answer === null ? {} : { as: nameOfAnswer(answer) };
  const page: AnswerPage = {
    link,
    token,
    zone: readerZone(zone, link.reader.timezone),
    reader: linkReader(ctx, deps.texts, link, { t: token, zone, ...as }),
  };
  if (isOpen) return page;
  if (link.meeting.status === 'cancelled') sendPage(ctx, page.reader, <Cancelled page={page} />);
  else sendLinkProblem(ctx, deps, await refuseLink(deps, 'link-expired', link), token);
  return null;
}

function wordsFor(code: RefusalCode, { link }: AnswerPage, { t }: Reader): RefusalWords {
  if (code !== 'stale-sequence') return refusalWords(code, link, t);
  return { title: t('page.answer.moved.title'), text: t('page.answer.moved.text'), again: true };
}
