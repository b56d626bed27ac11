import type { Context } from 'koa';
import { principalFor } from '../../../../queries/principals.ts';
import { membersRoomsFor } from '../../../../queries/rooms.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import type { Again } from '../../forms/submitted.ts';
import { queryText } from '../../form-body.ts';
import { readerOf } from '../../reader.ts';
import { sendPage } from '../../render.tsx';
import { formToken } from '../session.ts';
import { RoomListPage } from './page.tsx';

/** The rooms of a member; 422 with the form to make one shown again because of what is wrong. */
export async function showList(ctx: Context, deps: ApiDeps, actor: Member, again?: Again): Promise<void> {
  const { tenantId, principalId: id } = actor;
  const member = await principalFor(deps, actor, { tenantId, id });
  const shown = await membersRoomsFor(deps, actor);
  const page = (
    <RoomListPage
      {...shown}
      productName={shown.rooms[0]?.tenantProductName ?? deps.config.firstTenant.productName}
      email={member.addresses[0]?.address ?? ''}
      timezone={member.timezone}
      form={formToken(ctx, deps)}
      done={{ what: queryText(ctx, 'done'), room: queryText(ctx, 'room') }}
      again={again}
    />
  );
  const reader = readerOf(ctx, deps.texts, { tenant: shown.rooms[0]?.tenantLanguage ?? null, query: {} });
  sendPage(ctx, reader, page, { status: again ? 422 : 200 });
}
