import type { Context } from 'koa';
import { noteLook, refuseLink } from '../../../commands/links/link-uses.ts';
import { lookToDecide } from '../../../commands/links/look-at-link.ts';
import type { LinkProposal, LinkView } from '../../../queries/links.ts';
import { requestIdOf } from '../../../domain/meeting/requesting.ts';
import type { RefusalCode } from '../../../domain/meeting/decision.ts';
import { standingForAsked } from '../../../domain/meeting/standing.ts';
import type { ApiDeps } from '../../deps.ts';
import { linkReader } from '../links/link-reader.ts';
import { lookOrTell } from '../links/send-problem.tsx';
import { refusalStatus } from '../refusal-status.ts';
import { sendPage } from '../render.tsx';
import { readerZone } from '../time/zone.ts';
import { refusalWords } from '../words.ts';
import type { DecidePage } from './context.ts';
import { BookingOutcome, BookingQuestion } from './booking.tsx';
import { DecideOutcome } from './outcome.tsx';
import { DecideQuestion } from './question.tsx';

interface Asked {
  decision: 'approve' | 'decline';
  token: string;
  zone: string;
}

/** Shows the question, or what was decided. With `refused`: why a press of the button changed nothing. */
export async function showDecision(
  ctx: Context,
  deps: ApiDeps,
  asked: Asked,
  refused?: RefusalCode,
): Promise<void> {
  const looked = await lookOrTell(ctx, deps, asked.token, lookToDecide(deps, asked));
  if (!looked) return;
  const { link, proposal } = looked;
  const nowMs = deps.clock.nowMs();
  const zone = readerZone(asked.zone, link.reader.timezone);
  const page: DecidePage = {
    decision: asked.decision,
    link,
    proposal,
    token: asked.token,
    zone,
    reader: linkReader(ctx, deps.texts, link, { t: asked.token, zone: asked.zone }),
    nowMs,
  };
  const refusal = refused && refusalWords(refused, link, page.reader.t);
  const who = { attendeeId: link.attendeeId, decision: asked.decision };
  const standing = standingForAsked(who, proposal, link.meeting, nowMs);
  if (standing === 'expired' && !refused) await refuseLink(deps, 'link-expired', link);
  else if (!refused) await noteLook(deps, link);
  const status = refused ? refusalStatus(ctx, refused, nowMs) : standing === 'expired' ? 410 : 200;
  if (isRequest(link, proposal)) {
    const shown = { page, refusal };
    const request =
      standing === 'open' ? (
        <BookingQuestion {...shown} />
      ) : (
        <BookingOutcome {...shown} standing={standing} />
      );
    return sendPage(ctx, page.reader, request, { status });
  }
  sendPage(
    ctx,
    page.reader,
    standing === 'open' ? (
      <DecideQuestion page={page} refusal={refusal} />
    ) : (
      <DecideOutcome page={page} standing={standing} refusal={refusal} />
    ),
    { status },
  );
}

/** What it is about is a booking, and no new time. */
const isRequest = (link: LinkView, { id }: LinkProposal): boolean => id === requestIdOf(link.meetingId);
