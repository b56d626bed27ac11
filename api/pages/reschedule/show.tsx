import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { noteLook } from '../../../commands/links/link-uses.ts';
import { lookToPropose } from '../../../commands/links/look-at-link.ts';
import { fixedFor } from '../../../domain/meeting/changing.ts';
import type { RefusalCode } from '../../../domain/meeting/decision.ts';
import { standingOf } from '../../../domain/meeting/standing.ts';
import type { Instant, TimeRange } from '../../../domain/time/instant.ts';
import { slotsForLink } from '../../../queries/bookings.ts';
import type { ApiDeps } from '../../deps.ts';
import { FixedPage } from '../links/fixed-page.tsx';
import { linkReader } from '../links/link-reader.ts';
import { lookOrTell } from '../links/send-problem.tsx';
import { sendPage } from '../render.tsx';
import { dayBegin, localOf } from '../time/local.ts';
import { readerZone } from '../time/zone.ts';
import { refusalStatus } from '../refusal-status.ts';
import { refusalWords, zonesBeside } from '../words.ts';
import type { ReschedulePage } from './context.ts';
import { fieldsOf } from './fields.ts';
import { ProposalForm } from './form.tsx';
import { Settled } from './settled.tsx';
import { FURTHEST_MS, SHOWN_MS, type FreeSlots } from './slots.tsx';
import { Waiting } from './waiting.tsx';

export interface Asked {
  token: string;
  zone: string;
  /** The reader wants to change an open request. */
  edit: boolean;
  /** What the form begins with, where the link says so. */
  suggested: TimeRange | null;
  /** Free times are shown from then on, an instant or a day of the reader's; else from the meeting's own day on. */
  slotsFrom: string;
}

/** The page that a "Request new time" link stands for, or null when it works no more and the reader has been told. */
export async function pageOf(ctx: Context, deps: ApiDeps, asked: Asked): Promise<ReschedulePage | null> {
  const link = await lookOrTell(ctx, deps, asked.token, lookToPropose(deps, asked.token));
  if (!link) return null;
  const zone = readerZone(asked.zone, link.reader.timezone);
  const { slotsFrom: from } = asked;
  const query = {
    ...{ r: asked.token, zone: asked.zone },
    ...(asked.edit && { edit: '1' }),
    ...(from !== '' && { from }),
  };
  return {
    link,
    token: asked.token,
    zone,
    reader: linkReader(ctx, deps.texts, link, query),
    nowMs: deps.clock.nowMs(),
  };
}

/** The time that stands in the form before anybody has typed. */
export const untouchedTime = ({ link }: ReschedulePage, suggested: TimeRange | null): TimeRange =>
  link.proposal ?? suggested ?? link.meeting;

/** Shows the form, the open request, or what became of it. With `refused`: why a press of a button changed nothing. */
export async function showReschedule(
  ctx: Context,
  deps: ApiDeps,
  asked: Asked,
  refused?: RefusalCode,
): Promise<void> {
  const page = await pageOf(ctx, deps, asked);
  if (!page) return;
  const { link, zone, reader, nowMs } = page;
  const refusal = refused && refusalWords(refused, link, reader.t);
  if (!refused) await noteLook(deps, link);
  const { proposal } = link;
  const status = refused ? refusalStatus(ctx, refused, nowMs) : 200;
  const standing = proposal && standingOf(proposal, link.meeting, nowMs);
  if (proposal && standing && standing !== 'open') {
    const settled = <Settled page={page} proposal={proposal} standing={standing} refusal={refusal} />;
    return sendPage(ctx, reader, settled, { status });
  }
  if (proposal && !asked.edit) {
    return sendPage(ctx, reader, <Waiting page={page} proposal={proposal} refusal={refusal} />, { status });
  }
  const fixed = fixedFor(link.part, link.meeting, nowMs);
  if (fixed !== null)
    return sendPage(
      ctx,
      reader,
      <FixedPage
        {...{ page, fixed }}
        action="/reschedule"
        fields={{ r: page.token }}
        elsewhere={zonesBeside(page.link)}
      />,
      { status },
    );
  const { suggested } = asked;
  const typed = fieldsOf(untouchedTime(page, suggested), zone.name, proposal?.note);
  const free = await freeSlots(deps, page, asked);
  const shown = { page, filled: { typed, errors: [] }, suggested, requestKey: randomUUID(), refusal, free };
  sendPage(ctx, reader, <ProposalForm {...shown} />, { status });
}

/** Those of its event type; null: it is of none, or not the reader's to choose. */
async function freeSlots(
  deps: ApiDeps,
  { link, zone, nowMs }: ReschedulePage,
  { slotsFrom }: Asked,
): Promise<FreeSlots | null> {
  const { meeting, part } = link;
  if (meeting.eventTypeId === null || part.role !== 'guest') return null;
  // Who wants another time mostly wants one near the one they have.
  const ownDay = localOf(meeting.startMs, zone.name).date;
  const wantedMs = readFrom(slotsFrom, zone.name) ?? dayBegin(ownDay, zone.name);
  const fromMs = Math.min(Math.max(wantedMs ?? nowMs, nowMs), nowMs + FURTHEST_MS);
  return slotsForLink(deps, link, { startMs: fromMs, endMs: fromMs + SHOWN_MS });
}

/** @returns null for what is neither an instant nor a day */
function readFrom(text: string, zone: string): Instant | null {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dayBegin(text, zone);
  const ms = Date.parse(text);
  return Number.isFinite(ms) ? ms : null;
}
