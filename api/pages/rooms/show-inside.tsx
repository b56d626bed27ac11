import type { Context } from 'koa';
import { guestEntrance } from '../../../adapters/video/guest-entrance.ts';
import { insidePageFor } from '../../../queries/room-pages.ts';
import type { ApiDeps } from '../../deps.ts';
import { letsItselfBeFramed } from '../components/video.tsx';
import { queryText } from '../form-body.ts';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import { pageRoom, readerIn, visitorOf, zoneIn, type Named } from './context.ts';
import { InsidePage } from './inside-page.tsx';
import { LeftPage } from './left-page.tsx';
import { waitingPath } from './page-room.ts';
import { sendWaiting } from './show.tsx';

/** The room itself, for who has come in by its door; where one waits, for everybody else. */
export async function showInside(ctx: Context, deps: ApiDeps, { name, meetingId }: Named): Promise<void> {
  const participantId = queryText(ctx, 'p');
  const asked = { meetingId, participantId };
  const found = await insidePageFor(deps, await visitorOf(ctx, deps), name, asked);
  const { room, seen, version, participant, names, videoUrl: url } = found;
  const { meeting } = seen;
  const zone = zoneIn(ctx, room);
  if (meeting.state === 'closed' || meeting.state === 'cancelled') return sendWaiting(ctx, deps, found);
  // It may have ended since it was read above; then there is nothing to enter.
  if (!participant || !url) {
    const kept = { lang: queryText(ctx, 'lang'), zone: queryText(ctx, 'zone') };
    const name = participant?.displayName ?? '';
    return seeOther(ctx, pathTo(waitingPath(room.name, meeting.id), { ...kept, name }));
  }
  const props = {
    room: pageRoom(room),
    seen,
    participantId,
    displayName: participant.displayName ?? '',
    zone: { name: zone.name, chosen: zone.source === 'chosen' ? zone.name : '' },
  };
  const reader = readerIn(ctx, deps, room);
  if (participant.left) return sendPage(ctx, reader, <LeftPage {...props} />, { live: true });
  const guest = { participantId, name: participant.displayName ?? undefined };
  const videoUrl = await guestEntrance(deps, url, guest);
  const framed = letsItselfBeFramed(url);
  const page = <InsidePage {...props} {...{ names, videoUrl, framed, version }} nowMs={deps.clock.nowMs()} />;
  sendPage(ctx, reader, page, {
    live: true,
    frameOrigin: framed ? new URL(url).origin : undefined,
  });
}
