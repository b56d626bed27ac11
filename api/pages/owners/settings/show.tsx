import type { Context } from 'koa';
import type { ComponentProps } from 'preact';
import type { Actor } from '../../../../policies/actor.ts';
import { settingsPageFor } from '../../../../queries/room-feed.ts';
import type { OwnRoom } from '../../../../queries/rooms.ts';
import type { ApiDeps } from '../../../deps.ts';
import { roomUrl } from '../../../rooms/room-url.ts';
import { queryText } from '../../form-body.ts';
import { readerOf, type Reader } from '../../reader.ts';
import { sendPage } from '../../render.tsx';
import { formToken } from '../session.ts';
import { SettingsPage } from './page.tsx';
import { PlannedPage } from './planned.tsx';
import type { Said } from './shown.ts';

const SHOWN_FETCHES = 20;

/** The room's owner, as far as the words of its settings go. */
export const ownerReader = (ctx: Context, deps: ApiDeps, room: OwnRoom): Reader =>
  readerOf(ctx, deps.texts, { tenant: room.tenantLanguage, query: {} });

/** The question that comes before a calendar is left. */
export function showPlanned(ctx: Context, deps: ApiDeps, props: ComponentProps<typeof PlannedPage>): void {
  sendPage(ctx, ownerReader(ctx, deps, props.room), <PlannedPage {...props} />);
}

/** The settings as they stand; 422 with a form that is shown again because of what is wrong. @throws NotPermitted */
export async function showSettings(
  ctx: Context,
  deps: ApiDeps,
  actor: Actor,
  nameOrId: string,
  said: Said,
): Promise<void> {
  const shown = await settingsPageFor(deps, actor, nameOrId, SHOWN_FETCHES);
  const isWrong = [said.feed, said.room, said.give].some((form) => form && form.errors.length > 0);
  const page = (
    <SettingsPage
      {...shown}
      url={roomUrl(deps.config.publicUrl, shown.room)}
      done={queryText(ctx, 'done')}
      said={said}
      texts={deps.texts}
      form={formToken(ctx, deps)}
    />
  );
  sendPage(ctx, ownerReader(ctx, deps, shown.room), page, { status: isWrong ? 422 : 200 });
}
