import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { USUAL_WEEK } from '../../../../domain/booking/usual-week.ts';
import { changeSchedule, createSchedule } from '../../../../commands/availability/manage-schedules.ts';
import { putBookingProfile } from '../../../../commands/availability/put-profile.ts';
import { TooManyEntries } from '../../../../commands/availability/refusals.ts';
import {
  changeEventType,
  detachEventType,
  inheritEventType,
} from '../../../../commands/event-types/change-event-type.ts';
import { NotPermitted } from '../../../../policies/not-permitted.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { typedIn } from '../../forms/submitted.ts';
import { readerOf } from '../../reader.ts';
import { isZone } from '../../time/zone.ts';
import { knownId, self, type Take } from '../doors.ts';
import { AVAILABILITY } from '../paths.ts';
import { goOn } from '../show.ts';
import { hoursOf, type HoursShown } from './read.ts';
import { showHours } from './show.tsx';
import { rowWish } from './typed.ts';
import { readTypedWeek, typedWeek } from './week.ts';

const LONGEST_NAME = 200;

/** Does what the pressed button says. */
export const takeHours: Take = async (ctx, deps, actor, form) => {
  const pressed = form.get('do') ?? '';
  const of = form.get('of') ?? '';
  if (pressed === 'new') return makeSchedule(ctx, deps, actor, form);
  if (pressed === 'detach' || pressed === 'inherit' || pressed === 'choose')
    return changeType(ctx, deps, actor, { pressed, id: knownId(of, 'The event type'), form });
  const wish = rowWish(pressed);
  const again = { typed: typedIn(form), errors: [] };
  if (wish) return showHours(ctx, deps, actor, of, { week: typedWeek(form, wish), again });
  const shown = await hoursOf(deps, actor, of);
  if (!shown) throw new NotPermitted('The schedule');
  if (pressed === 'default') return makeDefault(ctx, deps, actor, shown);
  await save(ctx, deps, actor, { of, shown, form });
};

interface Saving {
  of: string;
  shown: HoursShown;
  form: URLSearchParams;
}

async function save(ctx: Context, deps: ApiDeps, actor: Member, { of, shown, form }: Saving): Promise<void> {
  const { t } = readerOf(ctx, deps.texts);
  const { eventType, schedule } = shown;
  if (eventType !== null && schedule.eventTypeId !== eventType.id) throw new NotPermitted('The schedule');
  const week = typedWeek(form);
  const weekly = readTypedWeek(week, t);
  const typed = typedIn(form);
  const name = eventType === null ? (typed.name ?? '').slice(0, LONGEST_NAME) : schedule.name;
  const errors = name === '' ? [{ field: 'name', text: t('page.host.wrong.name') }] : [];
  if ('wrong' in weekly || errors.length > 0)
    return showHours(ctx, deps, actor, of, {
      week,
      ...('wrong' in weekly && { wrong: weekly.wrong }),
      again: { typed, errors },
    });
  const timezone = typed.zone === '' ? null : isZone(typed.zone) ? typed.zone : undefined;
  await changeSchedule(
    deps,
    actor,
    { tenantId: actor.tenantId, principalId: actor.principalId, id: schedule.id },
    { name, weekly, timezone },
  );
  goOn(ctx, AVAILABILITY, { of, done: 'saved' });
}

async function makeSchedule(
  ctx: Context,
  deps: ApiDeps,
  actor: Member,
  form: URLSearchParams,
): Promise<void> {
  const name = (typedIn(form).name ?? '').slice(0, LONGEST_NAME);
  if (name === '') return goOn(ctx, AVAILABILITY);
  const id = randomUUID();
  try {
    await createSchedule(
      deps,
      actor,
      { tenantId: actor.tenantId, principalId: actor.principalId, id },
      { name, timezone: null, weekly: USUAL_WEEK },
    );
  } catch (error) {
    if (!(error instanceof TooManyEntries)) throw error;
    return goOn(ctx, AVAILABILITY, { done: 'tooMany' });
  }
  goOn(ctx, AVAILABILITY, { of: id, done: 'made' });
}

async function makeDefault(ctx: Context, deps: ApiDeps, actor: Member, shown: HoursShown): Promise<void> {
  const { slug, schedule } = shown;
  if (schedule.eventTypeId !== null) throw new NotPermitted('The schedule');
  await putBookingProfile(deps, actor, self(actor), { slug, defaultScheduleId: schedule.id });
  goOn(ctx, AVAILABILITY, { of: schedule.id, done: 'saved' });
}

async function changeType(
  ctx: Context,
  deps: ApiDeps,
  actor: Member,
  { pressed, id, form }: { pressed: 'detach' | 'inherit' | 'choose'; id: string; form: URLSearchParams },
): Promise<void> {
  const named = { tenantId: actor.tenantId, id };
  if (pressed === 'detach') await detachEventType(deps, actor, named);
  if (pressed === 'inherit') await inheritEventType(deps, actor, named);
  if (pressed === 'choose') {
    const chosen = form.get('schedule') ?? '';
    const scheduleId = chosen === '' ? null : knownId(chosen, 'The schedule');
    await changeEventType(deps, actor, named, { scheduleId });
  }
  goOn(ctx, AVAILABILITY, { of: id, done: 'saved' });
}
