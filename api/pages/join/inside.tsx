import type { Context } from 'koa';
import { findJoinMeeting } from '../../../adapters/postgres/join-meeting.ts';
import { bookedDoor, type MeetingDoor } from '../../../adapters/postgres/rooms/door.ts';
import { participantOf } from '../../../adapters/postgres/rooms/participants.ts';
import type { ApiDeps } from '../../deps.ts';
import { leaveMeeting, stillInside } from '../../presence/inside.ts';
import { videoEntrance } from '../../presence/video-entrance.ts';
import { isUuid } from '../../routes/fields.ts';
import { letsItselfBeFramed } from '../components/video.tsx';
import { sendNotFound } from '../errors.tsx';
import { queryText, readForm } from '../form-body.ts';
import { readerOf } from '../reader.ts';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import { readerZone } from '../time/zone.ts';
import { doorPath, InsidePage } from './inside-page.tsx';

/** The room of a booked meeting, for who has come in by its door; the door, for everybody else. */
export async function showInside(ctx: Context, deps: ApiDeps, meetingId: string): Promise<void> {
  const meeting = await findJoinMeeting(deps.knex, meetingId);
  if (!meeting) return sendNotFound(ctx, deps);
  const participantId = queryText(ctx, 'p');
  const participant = await participantOf(deps.knex, meeting.id, participantId);
  if (meeting.videoUrl === null || !participant || participant.left)
    return seeOther(ctx, pathTo(doorPath(meeting.id), { lang: queryText(ctx, 'lang') }));
  const reader = readerOf(ctx, deps.texts, { tenant: meeting.tenantLanguage });
  const framed = letsItselfBeFramed(meeting.videoUrl);
  const zone = readerZone(queryText(ctx, 'zone'), null).name;
  const videoUrl = await videoEntrance(deps, meeting.videoUrl, { participantId });
  const props = { meeting, participantId, videoUrl, framed, zone };
  sendPage(ctx, reader, <InsidePage {...props} />, {
    live: true,
    frameOrigin: framed ? new URL(meeting.videoUrl).origin : undefined,
  });
}

/** Leaves, and leads back to the door; a page that is closed says so quietly. */
export async function leave(ctx: Context, deps: ApiDeps, meetingId: string): Promise<void> {
  const form = await readForm(ctx);
  const door = await doorOf(deps, meetingId);
  if (!door) return sendNotFound(ctx, deps);
  await leaveMeeting(deps, door, form.get('participant') ?? '');
  if (form.get('quiet') === '1') {
    ctx.status = 204;
    return;
  }
  seeOther(ctx, pathTo(doorPath(door.id), { lang: form.get('lang') ?? '' }));
}

/** The heartbeat of somebody's page: 204 while they are inside, 410 when they are not. */
export async function beat(ctx: Context, deps: ApiDeps, meetingId: string): Promise<void> {
  const form = await readForm(ctx);
  const door = await doorOf(deps, meetingId);
  const inside = door !== null && (await stillInside(deps, door, form.get('participant') ?? ''));
  ctx.status = inside ? 204 : 410;
}

const doorOf = async (deps: ApiDeps, meetingId: string): Promise<MeetingDoor | null> =>
  isUuid(meetingId) ? bookedDoor(deps.knex, meetingId) : null;
