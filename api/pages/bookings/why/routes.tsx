import type Router from '@koa/router';
import type { Context } from 'koa';
import { knownLength } from '../../../../commands/booking/slot-request.ts';
import { colleaguesFor } from '../../../../queries/colleagues.ts';
import { profileFor } from '../../../../queries/availability.ts';
import { eventTypeFor, eventTypesFor } from '../../../../queries/event-types.ts';
import { explainFor, type Explanation } from '../../../../queries/slots.ts';
import type { ApiDeps } from '../../../deps.ts';
import { day as dayField } from '../../../routes/fields.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { queryText } from '../../form-body.ts';
import { localOf, resolveLocal } from '../../time/local.ts';
import { hostDoors, knownId, self } from '../doors.ts';
import { WHY } from '../paths.ts';
import { sendHostPage } from '../show.ts';
import { readOf, WhyPage, type Answered, type Asked } from './page.tsx';
import { bookingsInTheWay, decidingOn, type Deciding } from './which.ts';

const MOST = 200;

/** GET /bookings/why: an event type and a time, and why it is offered or is not. */
export const whyRoutes = (router: Router, deps: ApiDeps): void => void hostDoors(router, deps).get(WHY, show);

async function show(ctx: Context, deps: ApiDeps, actor: Member): Promise<void> {
  const [{ member }, eventTypes] = await Promise.all([
    profileFor(deps, actor, self(actor)),
    eventTypesFor(deps, actor, actor.tenantId, { ownerId: actor.principalId, limit: MOST }),
  ]);
  const { date } = localOf(deps.clock.nowMs() + 86_400_000, member.timezone);
  const chosen = readOf(queryText(ctx, 'of'));
  const asked: Asked = {
    of: chosen.of,
    day: queryText(ctx, 'day') || date,
    at: queryText(ctx, 'at') || '09:00',
    length: chosen.length || queryText(ctx, 'length'),
  };
  const isAsked = asked.of !== '' && queryText(ctx, 'at') !== '';
  const answered = isAsked ? await answer(deps, actor, asked, member.timezone) : null;
  await sendHostPage(ctx, deps, actor, (frame) => (
    <WhyPage {...frame} timezone={member.timezone} {...{ eventTypes, asked, answered }} />
  ));
}

/** @throws NotPermitted for an event type that is not theirs */
async function answer(
  deps: ApiDeps,
  actor: Member,
  { of, day, at, length }: Asked,
  timezone: string,
): Promise<Answered> {
  const { tenantId } = actor;
  const eventType = await eventTypeFor(deps, actor, { tenantId, id: knownId(of, 'The event type') });
  const when = resolveLocal({ date: day, time: at }, timezone);
  if (when.kind !== 'instant') return { kind: 'no-time' };
  const minutes = length === '' ? undefined : Number(length);
  if (minutes !== undefined && !eventType.lengthsMinutes.includes(minutes))
    return { kind: 'no-length', eventType, minutes };
  const lengthMinutes = knownLength(eventType, minutes);
  const [told, members] = await Promise.all([
    explainFor(deps, eventType, lengthMinutes, when.ms),
    colleaguesFor(deps, actor, tenantId, 'individual'),
  ]);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const ownId = actor.principalId;
  const [bookings, deciding] = await Promise.all([
    bookingsInTheWay(deps, actor, told),
    decidingForOwn(deps, actor, told, { eventTypeId: eventType.id, day }),
  ]);
  const about = { eventType, lengthMinutes, atMs: when.ms };
  return { kind: 'told', ...told, ...about, names, ownId, bookings, deciding };
}

/** What decides about the day for the reader, where they are one of the hosts; of others it is not told. */
async function decidingForOwn(
  deps: ApiDeps,
  actor: Member,
  { hosts }: Explanation,
  { eventTypeId, day: text }: { eventTypeId: string; day: string },
): Promise<Deciding | null> {
  const reason = hosts.find(({ principalId }) => principalId === actor.principalId)?.reason;
  const day = dayField().safeParse(text);
  if (reason?.code !== 'outside-hours' || !day.success) return null;
  return decidingOn(deps, actor, eventTypeId, { rule: reason.rule, day: day.data });
}
