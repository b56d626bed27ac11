import type { Context } from 'koa';
import type { ApiDeps } from '../../deps.ts';
import { endMeeting } from '../../presence/end.ts';
import { sendNotFound } from '../errors.tsx';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { Layout } from '../layout.tsx';
import { formToken, readOwnForm } from '../owners/session.ts';
import { chosenLanguage, useReader } from '../reader.ts';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import { readerIn, visitMeeting, visitRoom } from './context.ts';
import { endPath, roomPath, type PageRoom } from './page-room.ts';

/** Asks the room's owner whether a meeting is to end; nobody else has such a page. */
export async function askToEnd(ctx: Context, deps: ApiDeps, name: string, meetingId: string): Promise<void> {
  const found = await visitMeeting(ctx, deps, name, meetingId);
  if (found?.seen.by !== 'owner') return sendNotFound(ctx, deps);
  const { room } = found.visit;
  const { state, id, title, participants } = found.seen.meeting;
  if (state === 'closed' || state === 'cancelled') return backToRoom(ctx, room.name);
  const page = (
    <EndPage
      room={{ name: room.name, productName: room.tenantProductName }}
      meeting={{ id, title, participants }}
      form={formToken(ctx, deps)}
    />
  );
  sendPage(ctx, readerIn(ctx, deps, room), page);
}

export async function end(ctx: Context, deps: ApiDeps, name: string, meetingId: string): Promise<void> {
  await readOwnForm(ctx, deps);
  const visit = await visitRoom(ctx, deps, name);
  if (visit?.viewer !== 'owner') return sendNotFound(ctx, deps);
  await endMeeting(deps, visit.room, meetingId);
  backToRoom(ctx, visit.room.name);
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
