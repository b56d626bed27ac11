import type { Context } from 'koa';
import { guestEntrance } from '../../../adapters/video/guest-entrance.ts';
import { ANYONE } from '../../../policies/actor.ts';
import { bookedRoomFor } from '../../../queries/booked-door.ts';
import type { ApiDeps } from '../../deps.ts';
import { letsItselfBeFramed } from '../components/video.tsx';
import { queryText } from '../form-body.ts';
import { takeLeave } from '../presence.ts';
import { readerOf } from '../reader.ts';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import { readerZone } from '../time/zone.ts';
import { doorPath, InsidePage } from './inside-page.tsx';

/** The room of a booked meeting, for who has come in by its door; the door, for everybody else. */
export async function showInside(ctx: Context, deps: ApiDeps, meetingId: string): Promise<void> {
  const participantId = queryText(ctx, 'p');
  const { meeting, isInside } = await bookedRoomFor(deps, ANYONE, { meetingId, participantId });
  if (meeting.videoUrl === null || !isInside)
    return seeOther(ctx, pathTo(doorPath(meeting.id), { lang: queryText(ctx, 'lang') }));
  const reader = readerOf(ctx, deps.texts, { tenant: meeting.tenantLanguage });
  const framed = letsItselfBeFramed(meeting.videoUrl);
  const zone = readerZone(queryText(ctx, 'zone'), null).name;
  const videoUrl = await guestEntrance(deps, meeting.videoUrl, { participantId });
  const props = { meeting, participantId, videoUrl, framed, zone };
  sendPage(ctx, reader, <InsidePage {...props} />, {
    live: true,
    frameOrigin: framed ? new URL(meeting.videoUrl).origin : undefined,
  });
}

/** Leaves, and leads back to the door. @throws NotPermitted */
export const leave = (ctx: Context, deps: ApiDeps, meetingId: string): Promise<void> =>
  takeLeave(ctx, deps, { meetingId }, (form) =>
    pathTo(doorPath(meetingId), { lang: form.get('lang') ?? '' }),
  );
