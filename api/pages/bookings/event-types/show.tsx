import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { todayAnywhere } from '../../../../domain/availability/own-days.ts';
import { colleaguesFor } from '../../../../queries/colleagues.ts';
import { profileFor } from '../../../../queries/availability.ts';
import {
  bookingLinksFor,
  eventTypeFor,
  eventTypesFor,
  type BookingLink,
  type EventType,
} from '../../../../queries/event-types.ts';
import { NotPermitted } from '../../../../policies/not-permitted.ts';
import type { ApiDeps } from '../../../deps.ts';
import { dayText, isUuid } from '../../../routes/fields.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { queryText } from '../../form-body.ts';
import type { Again } from '../../forms/submitted.ts';
import { useReader } from '../../reader.ts';
import { AskFirst } from '../ask-first.tsx';
import { idIn, knownId, self, type Show } from '../doors.ts';
import type { HostFrame } from '../frame.tsx';
import { EVENT_TYPES } from '../paths.ts';
import { sendHostPage } from '../show.ts';
import { fieldsOf } from './fields.ts';
import { ListPage } from './list-page.tsx';
import { linkName } from './links.tsx';
import { NewPage } from './new-page.tsx';

import { TypePage } from './type-page.tsx';

const MOST = 200;

/** All of a host. */
export async function showList(ctx: Context, deps: ApiDeps, actor: Member): Promise<void> {
  const [{ profile }, eventTypes] = await Promise.all([
    profileFor(deps, actor, self(actor)),
    eventTypesFor(deps, actor, actor.tenantId, { ownerId: actor.principalId, limit: MOST }),
  ]);
  const of = queryText(ctx, 'of');
  await sendHostPage(ctx, deps, actor, (frame) => (
    <ListPage
      {...frame}
      eventTypes={eventTypes}
      slug={profile?.slug ?? null}
      publicUrl={deps.config.publicUrl}
      done={queryText(ctx, 'done')}
      deleted={queryText(ctx, 'done') === 'deleted' && isUuid(of) ? of : ''}
    />
  ));
}

/** The form that makes one; 422 with what was typed. */
export const showNew = (ctx: Context, deps: ApiDeps, actor: Member, again?: Again): Promise<void> =>
  sendHostPage(
    ctx,
    deps,
    actor,
    (frame) => <NewPage {...frame} id={again?.typed.id ?? randomUUID()} again={again} />,
    { status: again ? 422 : 200, query: {} },
  );

interface Said {
  /** Its settings as they are typed. */
  again?: Again;
  /** Of a link that was made just now. */
  url?: string;
}

/** One with all its settings; 422 because of what is wrong. @throws NotPermitted */
export async function showType(
  ctx: Context,
  deps: ApiDeps,
  actor: Member,
  id: string,
  { again, url }: Said = {},
): Promise<void> {
  const named = { tenantId: actor.tenantId, id };
  const eventType = await eventTypeFor(deps, actor, named);
  const [{ member, profile }, links, members, rooms, resources] = await Promise.all([
    profileFor(deps, actor, self(actor)),
    bookingLinksFor(deps, actor, named, { limit: MOST }),
    colleaguesFor(deps, actor, actor.tenantId, 'individual'),
    colleaguesFor(deps, actor, actor.tenantId, 'room'),
    colleaguesFor(deps, actor, actor.tenantId, 'resource'),
  ]);
  const nowMs = deps.clock.nowMs();
  await sendHostPage(
    ctx,
    deps,
    actor,
    (frame) => (
      <TypePage
        {...frame}
        {...{ eventType, links, nowMs }}
        slug={profile?.slug ?? null}
        publicUrl={deps.config.publicUrl}
        timezone={member.timezone}
        today={dayText(todayAnywhere(nowMs))}
        url={url ?? null}
        choosable={{ members, rooms, resources }}
        again={again ?? { typed: fieldsOf(eventType), errors: [] }}
        done={queryText(ctx, 'done')}
      />
    ),
    { status: again ? 422 : 200, query: {} },
  );
}

/** The link in the address. @throws NotPermitted for what cannot be one */
export const linkIn = (ctx: Context): string => knownId((ctx.params as { link?: string }).link, 'The link');

/** Asks before a link is switched off. @throws NotPermitted */
export const showCloseLink: Show = async (ctx, deps, actor) => {
  const eventTypeId = idIn(ctx, 'The event type');
  const [links, { member }] = await Promise.all([
    bookingLinksFor(deps, actor, { tenantId: actor.tenantId, id: eventTypeId }, { limit: MOST }),
    profileFor(deps, actor, self(actor)),
  ]);
  const link = links.find(({ id }) => id === linkIn(ctx));
  if (!link) throw new NotPermitted('The link');
  const { timezone } = member;
  await sendHostPage(ctx, deps, actor, (frame) => (
    <Closing {...frame} {...{ link, eventTypeId, timezone }} />
  ));
};

function Closing({
  link,
  eventTypeId,
  timezone,
  ...frame
}: HostFrame & { link: BookingLink; eventTypeId: string; timezone: string }) {
  const reader = useReader();
  const { t } = reader;
  const back = `${EVENT_TYPES}/${eventTypeId}`;
  return (
    <AskFirst
      {...frame}
      title={t('page.host.links.closeTitle', { name: linkName(link, timezone, reader) })}
      yes={t('page.host.links.close')}
      lead={t('page.host.links.closeLead')}
      action={`${back}/links/${link.id}/close`}
      back={back}
    />
  );
}

export const deletionPage = (frame: HostFrame, eventType: EventType) => (
  <Deletion {...frame} eventType={eventType} />
);

function Deletion({ eventType: { id, title }, ...frame }: HostFrame & { eventType: EventType }) {
  const { t } = useReader();
  return (
    <AskFirst
      {...frame}
      title={t('page.host.deleteTitle', { name: title })}
      lead={t('page.host.types.deleteLead')}
      action={`${EVENT_TYPES}/${id}/delete`}
      back={`${EVENT_TYPES}/${id}`}
    />
  );
}
