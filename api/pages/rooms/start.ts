import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import type { ApiDeps } from '../../deps.ts';
import { limitsOf } from '../../limits/request.ts';
import { startUnscheduled } from '../../presence/unscheduled.ts';
import { isNotLetIn, sendNotFound, sendNotLetIn } from '../errors.tsx';
import { readForm } from '../form-body.ts';
import { pathTo, seeOther } from '../render.tsx';
import { isoOf } from '../time/format.ts';
import { placeIn, readerIn, visitRoom } from './context.ts';
import { roomForm } from './enter.ts';
import { waitingPath } from './page-room.ts';

const LONGEST_TITLE = 200;

/** Begins a meeting that is in no calendar, and leads to where one waits for its video room: a moment. */
export async function start(ctx: Context, deps: ApiDeps, name: string): Promise<void> {
  const form = await readForm(ctx);
  const visit = await visitRoom(ctx, deps, name);
  if (!visit) return sendNotFound(ctx, deps);
  const { displayName, kept } = roomForm(form);
  const title = (form.get('title') ?? '').replace(/[\p{Cc}\p{Surrogate}]/gu, '').trim();
  try {
    const asked = {
      id: randomUUID(),
      title:
        title.slice(0, LONGEST_TITLE) || readerIn(ctx, deps, visit.room, {}).t('page.room.unscheduled.title'),
    };
    const by = { counted: limitsOf(ctx), isOwner: visit.viewer === 'owner' };
    const meeting = await startUnscheduled(deps, visit.room, asked, by);
    const query = { ...kept, name: displayName, start: isoOf(meeting.startMs) };
    seeOther(ctx, pathTo(waitingPath(visit.room.name, meeting.id), query));
  } catch (error) {
    if (isNotLetIn(error)) return sendNotLetIn(ctx, deps, error, placeIn(ctx, deps, visit.room));
    throw error;
  }
}
