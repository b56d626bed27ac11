import type Router from '@koa/router';
import type { Context } from 'koa';
import { putBookingProfile } from '../../../../commands/availability/put-profile.ts';
import { SlugTaken } from '../../../../domain/booking/slug-taken.ts';
import { profileFor } from '../../../../queries/availability.ts';
import { eventTypesFor } from '../../../../queries/event-types.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { queryText } from '../../form-body.ts';
import { refusedIn, submitted, type Again } from '../../forms/submitted.ts';
import { readerOf } from '../../reader.ts';
import { hostDoors, self, type Take } from '../doors.ts';
import { BOOKINGS } from '../paths.ts';
import { goOn, sendHostPage } from '../show.ts';
import { limitsIn, PROFILE_FORM } from './form.ts';
import { StartPage } from './page.tsx';

const MOST = 200;

/** GET /bookings: where a host begins; POST says how they are booked. */
export function startRoutes(router: Router, deps: ApiDeps): void {
  const doors = hostDoors(router, deps);
  doors.get(BOOKINGS, (ctx, deps, actor) => show(ctx, deps, actor));
  doors.post(BOOKINGS, takeProfile);
}

const takeProfile: Take = async (ctx, deps, actor, form) => {
  const { t } = readerOf(ctx, deps.texts);
  const { values, again } = submitted(PROFILE_FORM, form, ({ path }) =>
    t(path[0] === 'slug' ? 'page.host.wrong.slug' : 'page.host.wrong.most'),
  );
  if (!values) return show(ctx, deps, actor, again);
  try {
    await putBookingProfile(deps, actor, self(actor), {
      ...{ slug: values.slug, timezone: values.zone },
      limits: limitsIn(values),
    });
  } catch (error) {
    if (!(error instanceof SlugTaken)) throw error;
    return show(ctx, deps, actor, refusedIn(again, 'slug', t('page.host.done.taken')));
  }
  goOn(ctx, BOOKINGS, { done: 'saved' });
};

async function show(ctx: Context, deps: ApiDeps, actor: Member, again?: Again): Promise<void> {
  const [standing, eventTypes] = await Promise.all([
    profileFor(deps, actor, self(actor)),
    eventTypesFor(deps, actor, actor.tenantId, { ownerId: actor.principalId, limit: MOST }),
  ]);
  const { publicUrl } = deps.config;
  await sendHostPage(
    ctx,
    deps,
    actor,
    (frame) => (
      <StartPage
        {...frame}
        {...standing}
        {...{ eventTypes, publicUrl, again }}
        operates={actor.operates ?? false}
        done={queryText(ctx, 'done')}
      />
    ),
    { status: again ? 422 : 200, query: {} },
  );
}
