import type { Context } from 'koa';
import type { OwnerSession } from '../../adapters/postgres/rooms/owner-sessions.ts';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import type { Tenant } from '../../adapters/postgres/tenants.ts';
import type { ApiDeps } from '../deps.ts';
import { tenantOfKey } from '../middleware/api-key.ts';
import { sessionOf } from './session-cookie.ts';

/** Which of the two views of a room somebody gets. */
export type Viewer = 'owner' | 'participant';

/** Whoever comes to a room: with an API key, with an owner's session, or with nothing, as participants do. */
export interface Visitor {
  /** Of the API key. */
  tenant: Tenant | null;
  session: OwnerSession | null;
}

export const NOBODY: Visitor = { tenant: null, session: null };

/** @throws Problem unauthorized, forbidden: a key that is shown has to be right */
export async function visitorOf(ctx: Context, deps: ApiDeps): Promise<Visitor> {
  if (ctx.get('Authorization')) return { tenant: await tenantOfKey(ctx, deps, 'meetings'), session: null };
  return { tenant: null, session: await sessionOf(ctx, deps) };
}

/** Whether this visitor owns the room; an owner of another tenant, or of another room, is a participant like any. */
export function viewerFor({ tenant, session }: Visitor, room: Pick<Room, 'tenantId' | 'ownerEmail'>): Viewer {
  if (tenant) return tenant.id === room.tenantId ? 'owner' : 'participant';
  const owns = session?.tenantId === room.tenantId && session.ownerKey === room.ownerEmail.toLowerCase();
  return owns ? 'owner' : 'participant';
}

/** Who looks at a room. @throws Problem unauthorized, forbidden: a key that is shown has to be right */
export const viewerOf = async (
  ctx: Context,
  deps: ApiDeps,
  room: Pick<Room, 'tenantId' | 'ownerEmail'>,
): Promise<Viewer> => viewerFor(await visitorOf(ctx, deps), room);
