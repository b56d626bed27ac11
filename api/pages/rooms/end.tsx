import type { Context } from 'koa';
import { endMeeting } from '../../../commands/presence/end-meeting.ts';
import { meetingPageFor } from '../../../queries/room-pages.ts';
import type { ApiDeps } from '../../deps.ts';
import { sendNotFound } from '../errors.tsx';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { Layout } from '../layout.tsx';
import { formToken, readOwnForm } from '../owners/session.ts';
import { chosenLanguage, useReader } from '../reader.ts';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import { pageRoom, readerIn, visitorOf, type Named } from './context.ts';
import { endPath, roomPath, type PageRoom } from './page-room.ts';

/** Asks the room's owner whether a meeting is to end; nobody else has such a page. */
export async function askToEnd(ctx: Context, deps: ApiDeps, { name, meetingId }: Named): Promise<void> {
  const { room, seen } = await meetingPageFor(deps, await visitorOf(ctx, deps), name, meetingId);
  if (seen.by !== 'owner') return sendNotFound(ctx, deps);
  const { state, id, title, participants } = seen.meeting;
  if (state === 'closed' || state === 'cancelled') return backToRoom(ctx, room.name);
  const meeting = { id, title, participants };
  const page = <EndPage room={pageRoom(room)} meeting={meeting} form={formToken(ctx, deps)} />;
  sendPage(ctx, readerIn(ctx, deps, room), page);
}

/** Ends a meeting, and leads back to the room. @throws NotPermitted for whoever does not own it */
export async function end(ctx: Context, deps: ApiDeps, { name, meetingId }: Named): Promise<void> {
  await readOwnForm(ctx, deps);
  await endMeeting(deps, await visitorOf(ctx, deps), { nameOrId: name, meetingId });
  backToRoom(ctx, name);
}

const backToRoom = (ctx: Context, name: string): void =>
  seeOther(ctx, pathTo(roomPath(name), { lang: chosenLanguage(ctx) }));

interface EndPageProps {
  room: PageRoom;
  meeting: { id: string; title: string; participants: number };
  /** See `formToken`. */
  form: string;
}

function EndPage({ room, meeting, form }: EndPageProps) {
  const { t, chosen } = useReader();
  return (
    <Layout title={t('page.room.end.title')} productName={room.productName}>
      <div class="sheet stack-l">
        <div class="heading">
          <h1>{t('page.room.end.title')}</h1>
          <p class="lead">{meeting.title}</p>
        </div>
        <p>{t('page.room.end.lead', { count: meeting.participants })}</p>
        <Form action={endPath(room.name, meeting.id)} carried={{ form }}>
          <div class="actions">
            <Button look="danger">{t('page.room.end.yes')}</Button>
            <a class="button quiet" href={pathTo(roomPath(room.name), { lang: chosen })}>
              {t('page.room.end.no')}
            </a>
          </div>
        </Form>
      </div>
    </Layout>
  );
}
