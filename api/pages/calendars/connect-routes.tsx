import type Router from '@koa/router';
import type { Context } from 'koa';
import { endPassword, makePassword } from '../../../commands/app-passwords/manage-passwords.ts';
import { beginCalendars } from '../../../commands/calendars/begin-calendars.ts';
import { NotPermitted } from '../../../policies/not-permitted.ts';
import { passwordsFor } from '../../../queries/app-passwords.ts';
import { productNameFor } from '../../../queries/colleagues.ts';
import { principalFor, type Principal } from '../../../queries/principals.ts';
import { DAV_ROOT } from '../../dav/paths.ts';
import type { ApiDeps } from '../../deps.ts';
import type { Member } from '../../rooms/session-cookie.ts';
import { hostDoors, idIn, self, type Show, type Take } from '../bookings/doors.ts';
import { goOn, sendHostPage } from '../bookings/show.ts';
import { queryText } from '../form-body.ts';
import { submitted, type Again } from '../forms/submitted.ts';
import { readerOf } from '../reader.ts';
import { setPageHeaders } from '../render.tsx';
import { ConnectPage, EndPage } from './connect-page.tsx';
import { PASSWORD_FORM } from './form.ts';
import { CONNECT, PROFILE } from './paths.ts';
import { appleProfile } from './profile.ts';
import { refusedAs } from './refused.ts';

const WHAT = 'The password';

/** What programs are told, their passwords, and a profile for Apple's. */
export function connectRoutes(router: Router, deps: ApiDeps): void {
  const doors = hostDoors(router, deps, 'calendars');
  doors.get(CONNECT, (ctx, deps, actor) => show(ctx, deps, actor));
  doors.get(PROFILE, sendProfile);
  doors.post(`${CONNECT}/passwords`, takePassword);
  doors.get(`${CONNECT}/passwords/:id/end`, askToEnd);
  doors.post(`${CONNECT}/passwords/:id/end`, async (ctx, deps, actor) => {
    await endPassword(deps, actor, actor, idIn(ctx, WHAT));
    goOn(ctx, CONNECT, { done: 'ended' });
  });
}

const takePassword: Take = async (ctx, deps, actor, form) => {
  const { t } = readerOf(ctx, deps.texts);
  const { values, again } = submitted(PASSWORD_FORM, form, () => t('page.calendars.wrong.name'));
  if (!values) return show(ctx, deps, actor, { again });
  try {
    // Whoever connects a program wants to see something in it.
    await beginCalendars(deps, actor, actor);
    const { name, password } = await makePassword(deps, actor, actor, values.name);
    await show(ctx, deps, actor, { made: { name, password } });
  } catch (error) {
    goOn(ctx, CONNECT, { done: refusedAs(error) });
  }
};

const askToEnd: Show = async (ctx, deps, actor) => {
  const id = idIn(ctx, WHAT);
  const password = (await passwordsFor(deps, actor, actor)).find((one) => one.id === id);
  if (!password) throw new NotPermitted(WHAT);
  await sendHostPage(ctx, deps, actor, (frame) => <EndPage {...frame} password={password} />);
};

const sendProfile: Show = async (ctx, deps, actor) => {
  const [principal, { productName, language }] = await Promise.all([
    principalFor(deps, actor, self(actor)),
    productNameFor(deps, actor, actor.tenantId),
  ]);
  const { t } = readerOf(ctx, deps.texts, { tenant: language });
  setPageHeaders(ctx);
  ctx.set('Content-Disposition', 'attachment; filename="calendars.mobileconfig"');
  ctx.type = 'application/x-apple-aspen-config; charset=utf-8';
  ctx.body = appleProfile({
    ...{ publicUrl: deps.config.publicUrl, principalId: principal.id, userName: userNameOf(principal) },
    name: t('page.calendars.connect.profileName', { product: productName }),
    description: t('page.calendars.connect.profileText'),
  });
};

/** Any address of theirs is good to sign in with. */
const userNameOf = ({ id, addresses }: Principal): string =>
  (addresses.find(({ isPrimary }) => isPrimary) ?? addresses[0])?.address ?? id;

interface Shown {
  again?: Again;
  made?: { name: string; password: string };
}

async function show(ctx: Context, deps: ApiDeps, actor: Member, { again, made }: Shown = {}): Promise<void> {
  const { publicUrl } = deps.config;
  const [principal, passwords] = await Promise.all([
    principalFor(deps, actor, self(actor)),
    passwordsFor(deps, actor, actor),
  ]);
  const account = { server: publicUrl, url: `${publicUrl}${DAV_ROOT}`, userName: userNameOf(principal) };
  await sendHostPage(
    ctx,
    deps,
    actor,
    (frame) => (
      <ConnectPage
        {...frame}
        {...{ account, passwords, publicUrl, again }}
        made={made ?? null}
        timezone={principal.timezone}
        done={queryText(ctx, 'done')}
      />
    ),
    { status: again ? 422 : 200, query: {} },
  );
}
