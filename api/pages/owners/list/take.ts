import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { createOwnRoom, TooManyRooms } from '../../../../commands/rooms/create-own-room.ts';
import { restoreRoom } from '../../../../commands/rooms/restore-room.ts';
import { takeRoom } from '../../../../commands/rooms/take-room.ts';
import { RoomNameTaken } from '../../../../domain/principals/taken.ts';
import { membersRoomsFor } from '../../../../queries/rooms.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { refusedIn, submitted } from '../../forms/submitted.ts';
import { chosenLanguage, readerOf } from '../../reader.ts';
import { pathTo, seeOther } from '../../render.tsx';
import { MAKE_FORM } from './make-form.tsx';
import { showList } from './show.tsx';

type Take = (ctx: Context, deps: ApiDeps, actor: Member, form: URLSearchParams) => Promise<void>;

/** Makes a room, and leads to its settings. */
export const makeRoom: Take = async (ctx, deps, actor, form) => {
  const { t } = readerOf(ctx, deps.texts);
  const { values, again } = submitted(MAKE_FORM, form, () => t('page.settings.room.invalid'));
  if (!values) return showList(ctx, deps, actor, again);
  const { name, zone: timezone } = values;
  try {
    await createOwnRoom(deps, actor, { id: randomUUID(), name, timezone });
  } catch (error) {
    if (!(error instanceof RoomNameTaken) && !(error instanceof TooManyRooms)) throw error;
    const words = t(error instanceof TooManyRooms ? 'page.rooms.make.tooMany' : 'page.settings.room.taken');
    return showList(ctx, deps, actor, refusedIn(again, 'name', words));
  }
  seeOther(ctx, pathTo(`/rooms/${name}/settings`, { done: 'made', lang: chosenLanguage(ctx) }));
};

/** Brings back a room that was deleted. */
export const bringBack: Take = async (ctx, deps, actor, form) => {
  const id = form.get('id') ?? '';
  const { deleted } = await membersRoomsFor(deps, actor);
  const name = deleted.find((room) => room.id === id)?.name ?? '';
  try {
    done(ctx, 'restored', (await restoreRoom(deps, actor, id)).name);
  } catch (error) {
    if (!(error instanceof RoomNameTaken)) throw error;
    done(ctx, 'nameTaken', name);
  }
};

/** Takes a room that is offered, or refuses it. */
export const answerOffer: Take = async (ctx, deps, actor, form) => {
  const answer = form.get('answer') === 'take' ? 'take' : 'refuse';
  const { name } = await takeRoom(deps, actor, { id: form.get('id') ?? '', answer });
  done(ctx, answer === 'take' ? 'taken' : 'refused', name);
};

const done = (ctx: Context, what: string, room: string): void =>
  seeOther(ctx, pathTo('/rooms', { done: what, room, lang: chosenLanguage(ctx) }));
