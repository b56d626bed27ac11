import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { beginMeeting } from '../../../commands/presence/begin-meeting.ts';
import { roomFor } from '../../../queries/rooms.ts';
import type { ApiDeps } from '../../deps.ts';
import { limitsOf } from '../../limits/request.ts';
import { notLetIn, sendNotLetIn } from '../errors.tsx';
import { readForm } from '../form-body.ts';
import { filledIn } from '../forms/submitted.ts';
import { pathTo, seeOther } from '../render.tsx';
import { isoOf } from '../time/format.ts';
import { placeIn, visitorOf, type Named } from './context.ts';
import { keptIn } from './enter.ts';
import { START_FORM } from './forms.ts';
import { waitingPath } from './page-room.ts';

/** Begins a meeting that is in no calendar, and leads to where one waits for its video room: a moment. */
export async function start(ctx: Context, deps: ApiDeps, { name }: Named): Promise<void> {
  const form = await readForm(ctx);
  const { displayName, title } = filledIn(START_FORM, form);
  const visitor = await visitorOf(ctx, deps);
  const { room } = await roomFor(deps, visitor, name);
  const place = placeIn(ctx, deps, room);
  const asked = {
    nameOrId: room.id,
    id: randomUUID(),
    title: title || place.reader.t('page.room.unscheduled.title'),
  };
  try {
    const meeting = await beginMeeting(deps, visitor, asked, limitsOf(ctx));
    const query = { ...keptIn(form), name: displayName, start: isoOf(meeting.startMs) };
    seeOther(ctx, pathTo(waitingPath(name, meeting.id), query));
  } catch (error) {
    const problem = notLetIn(error);
    if (!problem) throw error;
    sendNotLetIn(ctx, deps, problem, place);
  }
}
