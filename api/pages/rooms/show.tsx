import type { Context } from 'koa';
import { meetingPageFor, roomPageFor, type MeetingPageView } from '../../../queries/room-pages.ts';
import type { ApiDeps } from '../../deps.ts';
import { queryText } from '../form-body.ts';
import { sendPage } from '../render.tsx';
import { pageRoom, readerIn, visitorOf, zoneIn, type Named } from './context.ts';
import { LONGEST_NAME } from './forms.ts';
import { RoomPage } from './room-page.tsx';
import { WaitingPage, waitingState } from './waiting-page.tsx';

const nameIn = (ctx: Context): string => queryText(ctx, 'name').slice(0, LONGEST_NAME);

/** The room's page. @throws NotPermitted where there is no such room */
export async function showRoom(ctx: Context, deps: ApiDeps, { name }: Named): Promise<void> {
  const { visit, next, ...shown } = await roomPageFor(deps, await visitorOf(ctx, deps), name);
  const { viewer, room } = visit;
  const settingsPath = `/rooms/${encodeURIComponent(room.name)}/settings`;
  const page = (
    <RoomPage
      room={pageRoom(room)}
      {...shown}
      nowMs={deps.clock.nowMs()}
      zone={zoneIn(ctx, room)}
      name={nameIn(ctx)}
      owner={viewer === 'owner' ? { next, settingsPath } : null}
    />
  );
  sendPage(ctx, readerIn(ctx, deps, room), page, { live: true });
}

/** Where one waits for a meeting. @throws NotPermitted where the room has no such meeting */
export async function showWaiting(ctx: Context, deps: ApiDeps, { name, meetingId }: Named): Promise<void> {
  sendWaiting(ctx, deps, await meetingPageFor(deps, await visitorOf(ctx, deps), name, meetingId));
}

/** The page of somebody who waits; 410 where there is nothing to wait for any more. */
export function sendWaiting(ctx: Context, deps: ApiDeps, { room, seen, version }: MeetingPageView): void {
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
