import type { Context } from 'koa';
import type { ComponentProps } from 'preact';
import type { FeedExamined } from '../../../../activities/feed/examine.ts';
import { feedFetches, feedSettingsOf } from '../../../../adapters/postgres/rooms/feed-settings.ts';
import type { Session } from '../../../../adapters/postgres/people/sessions.ts';
import { roomByName, type Room } from '../../../../adapters/postgres/rooms/rooms.ts';
import type { ApiDeps } from '../../../deps.ts';
import { roomUrl } from '../../../rooms/room-url.ts';
import { nextSync } from '../../../rooms/settings.ts';
import { may } from '../../../../policies/may.ts';
import { actorOfSession } from '../../../rooms/session-cookie.ts';
import { sendNotFound } from '../../errors.tsx';
import { queryText } from '../../form-body.ts';
import type { Again } from '../../forms/submitted.ts';
import { readerOf, type Reader } from '../../reader.ts';
import { sendPage } from '../../render.tsx';
import { formToken } from '../session.ts';
import { SettingsPage } from './page.tsx';
import { PlannedPage } from './planned.tsx';

const SHOWN_FETCHES = 20;

/** What a form said that has to be shown with it again. */
export interface Said {
  feed?: Again;
  /** What the typed address gives. */
  tested?: FeedExamined;
  room?: Again;
}

/** The room, when it is of this session; everybody else gets the page for what does not exist. */
export async function ownRoom(
  ctx: Context,
  deps: ApiDeps,
  session: Session,
  name: string,
): Promise<Room | null> {
  const room = await roomByName(deps.knex, name);
  if (room && may(actorOfSession(session), 'room.change', room)) return room;
  sendNotFound(ctx, deps);
  return null;
}

/** The room's owner, as far as the words of its settings go. */
export const ownerReader = (ctx: Context, deps: ApiDeps, room: Room): Reader =>
  readerOf(ctx, deps.texts, { tenant: room.tenantLanguage, query: {} });

/** The question that comes before a calendar is left. */
export function showPlanned(ctx: Context, deps: ApiDeps, props: ComponentProps<typeof PlannedPage>): void {
  sendPage(ctx, ownerReader(ctx, deps, props.room), <PlannedPage {...props} />);
}

export async function showSettings(ctx: Context, deps: ApiDeps, room: Room, said: Said): Promise<void> {
  const [feed, fetches] = await Promise.all([
    feedSettingsOf(deps.knex, room.calendarId),
    feedFetches(deps.knex, room.calendarId, SHOWN_FETCHES),
  ]);
  const isWrong = [said.feed, said.room].some((form) => form && form.errors.length > 0);
  const page = (
    <SettingsPage
      room={room}
      url={roomUrl(deps.config.publicUrl, room)}
      feed={feed}
      fetches={fetches}
      nextMs={await nextSync(deps, room, feed)}
      done={queryText(ctx, 'done')}
      said={said}
      texts={deps.texts}
      form={formToken(ctx, deps)}
    />
  );
  sendPage(ctx, ownerReader(ctx, deps, room), page, { status: isWrong ? 422 : 200 });
}
