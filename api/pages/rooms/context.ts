import type { Context } from 'koa';
import { isRoomName } from '../../../domain/rooms/name.ts';
import type { Actor } from '../../../policies/actor.ts';
import { NotPermitted } from '../../../policies/not-permitted.ts';
import type { SeenRoom } from '../../../queries/rooms.ts';
import type { ApiDeps } from '../../deps.ts';
import { actorOfSession, sessionOf } from '../../rooms/session-cookie.ts';
import { queryText } from '../form-body.ts';
import { readerOf, type Reader } from '../reader.ts';
import { zoneAt, type ReaderZone } from '../time/zone.ts';
import type { PageRoom } from './page-room.ts';

/** What the address of a page names. */
export interface Named {
  /** The room's name; an id is none. */
  name: string;
  /** Anything. */
  meetingId: string;
}

/** @throws NotPermitted for what is no room's name */
export function namedIn({ name = '', meeting = '' }: { name?: string; meeting?: string }): Named {
  if (!isRoomName(name)) throw new NotPermitted('The room');
  return { name, meetingId: meeting };
}

/** Who looks at a room's page, as their session says. */
export const visitorOf = async (ctx: Context, deps: ApiDeps): Promise<Actor> =>
  actorOfSession(await sessionOf(ctx, deps));

/** What a page says of its room. */
export const pageRoom = ({ name, tenantProductName }: SeenRoom): PageRoom => ({
  name,
  productName: tenantProductName,
});

/** The zone that the reader chose, or that their browser told; until then the room's. */
export const zoneIn = (ctx: Context, room: SeenRoom): ReaderZone =>
  zoneAt(queryText(ctx, 'zone'), room.timezone);

/** The reader of a room's page. @param query opens the same page by GET */
export const readerIn = (
  ctx: Context,
  deps: ApiDeps,
  room: SeenRoom,
  query?: Record<string, string>,
): Reader => readerOf(ctx, deps.texts, { tenant: room.tenantLanguage, ...(query && { query }) });

/** For a page that says nothing of the room but whose it is. */
export const placeIn = (ctx: Context, deps: ApiDeps, room: SeenRoom) => ({
  reader: readerIn(ctx, deps, room, {}),
  productName: room.tenantProductName,
});
