import type { Context } from 'koa';
import { meetingDoor } from '../../../adapters/postgres/rooms/door.ts';
import { participantOf } from '../../../adapters/postgres/rooms/participants.ts';
import type { ApiDeps } from '../../deps.ts';
import { videoUrlOf } from '../../presence/entrance.ts';
import { videoEntrance } from '../../presence/video-entrance.ts';
import { letsItselfBeFramed } from '../components/video.tsx';
import { sendNotFound } from '../errors.tsx';
import { queryText } from '../form-body.ts';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import { pageRoom, readerIn, visitMeeting, zoneIn } from './context.ts';
import { InsidePage } from './inside-page.tsx';
import { LeftPage } from './left-page.tsx';
import { waitingPath } from './page-room.ts';
import { sendWaiting } from './show.tsx';

/** The room itself, for who has come in by its door; where one waits, for everybody else. */
export async function showInside(
  ctx: Context,
  deps: ApiDeps,
  name: string,
  meetingId: string,
): Promise<void> {
  const found = await visitMeeting(ctx, deps, name, meetingId);
  if (!found) return sendNotFound(ctx, deps);
  const { seen, version } = found;
  const { room } = found.visit;
  const { meeting } = seen;
  const zone = zoneIn(ctx, room);
  if (meeting.state === 'closed' || meeting.state === 'cancelled') return sendWaiting(ctx, deps, found);
  const participantId = queryText(ctx, 'p');
  const participant = await participantOf(deps.knex, meeting.id, participantId);
  const door = participant && (await meetingDoor(deps.knex, room.id, meeting.id));
  // It may have ended since it was read above; then there is nothing to enter.
  const url = door && videoUrlOf(door);
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
  const videoUrl = await videoEntrance(deps, url, guest);
  const framed = letsItselfBeFramed(url);
  const page = (
    <InsidePage {...props} videoUrl={videoUrl} framed={framed} version={version} nowMs={deps.clock.nowMs()} />
  );
  sendPage(ctx, reader, page, {
    live: true,
    frameOrigin: framed ? new URL(url).origin : undefined,
  });
}
