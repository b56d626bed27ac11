import type { Context } from 'koa';
import { nextEventOf } from '../../../adapters/postgres/rooms/next-event.ts';
import type { ApiDeps } from '../../deps.ts';
import { sendNotFound } from '../errors.tsx';
import { queryText } from '../form-body.ts';
import { sendPage } from '../render.tsx';
import {
  pageRoom,
  readerIn,
  seenMeetings,
  visitMeeting,
  visitRoom,
  zoneIn,
  type MeetingVisit,
} from './context.ts';
import { LONGEST_NAME } from './forms.ts';
import { RoomPage } from './room-page.tsx';
import { standingOf } from './standing.ts';
import { WaitingPage, waitingState } from './waiting-page.tsx';

const nameIn = (ctx: Context): string => queryText(ctx, 'name').slice(0, LONGEST_NAME);

export async function showRoom(ctx: Context, deps: ApiDeps, name: string): Promise<void> {
  const visit = await visitRoom(ctx, deps, name);
  if (!visit) return sendNotFound(ctx, deps);
  const { room, viewer } = visit;
  const nowMs = deps.clock.nowMs();
  // First how it stands: what changes until the rest is read, the stream tells once more.
  const { version } = await standingOf(deps.knex, room.id, null, nowMs);
  const seen = await seenMeetings(deps, visit);
  const owner = viewer === 'owner' && {
    next: await nextEventOf(deps.knex, room.calendarId, nowMs),
    settingsPath: `/rooms/${encodeURIComponent(room.name)}/settings`,
  };
  const page = (
    <RoomPage
      room={pageRoom(room)}
      {...seen}
      version={version}
      nowMs={nowMs}
      zone={zoneIn(ctx, room)}
      name={nameIn(ctx)}
      owner={owner || null}
    />
  );
  sendPage(ctx, readerIn(ctx, deps, room), page, { live: true });
}

export async function showWaiting(
  ctx: Context,
  deps: ApiDeps,
  name: string,
  meetingId: string,
): Promise<void> {
  const found = await visitMeeting(ctx, deps, name, meetingId);
  if (!found) return sendNotFound(ctx, deps);
  sendWaiting(ctx, deps, found);
}

/** The page of somebody who waits; 410 where there is nothing to wait for any more. */
export function sendWaiting(
  ctx: Context,
  deps: ApiDeps,
  { visit: { room }, seen, version }: MeetingVisit,
): void {
  const cameForMs = Date.parse(queryText(ctx, 'start'));
  const state = waitingState(seen);
  const page = (
    <WaitingPage
      room={pageRoom(room)}
      seen={seen}
      cameForMs={Number.isNaN(cameForMs) ? null : cameForMs}
      version={version}
      nowMs={deps.clock.nowMs()}
      zone={zoneIn(ctx, room)}
      name={nameIn(ctx)}
    />
  );
  sendPage(ctx, readerIn(ctx, deps, room), page, {
    status: state === 'closed' || state === 'cancelled' ? 410 : 200,
    live: true,
  });
}
