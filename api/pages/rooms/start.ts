import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import type { ApiDeps } from '../../deps.ts';
import { limitsOf } from '../../limits/request.ts';
import { startUnscheduled } from '../../presence/unscheduled.ts';
import { isNotLetIn, sendNotFound, sendNotLetIn } from '../errors.tsx';
import { readForm } from '../form-body.ts';
import { filledIn } from '../forms/submitted.ts';
import { pathTo, seeOther } from '../render.tsx';
import { isoOf } from '../time/format.ts';
import { placeIn, readerIn, visitRoom } from './context.ts';
import { keptIn } from './enter.ts';
import { START_FORM } from './forms.ts';
import { waitingPath } from './page-room.ts';

/** Begins a meeting that is in no calendar, and leads to where one waits for its video room: a moment. */
export async function start(ctx: Context, deps: ApiDeps, name: string): Promise<void> {
  const form = await readForm(ctx);
  const visit = await visitRoom(ctx, deps, name);
  if (!visit) return sendNotFound(ctx, deps);
  const { displayName, title } = filledIn(START_FORM, form);
  try {
    const asked = {
      id: randomUUID(),
      title: title || readerIn(ctx, deps, visit.room, {}).t('page.room.unscheduled.title'),
    };
    const by = { counted: limitsOf(ctx), isOwner: visit.viewer === 'owner' };
    const meeting = await startUnscheduled(deps, visit.room, asked, by);
    const query = { ...keptIn(form), name: displayName, start: isoOf(meeting.startMs) };
    seeOther(ctx, pathTo(waitingPath(visit.room.name, meeting.id), query));
  } catch (error) {
    if (isNotLetIn(error)) return sendNotLetIn(ctx, deps, error, placeIn(ctx, deps, visit.room));
    throw error;
  }
}
