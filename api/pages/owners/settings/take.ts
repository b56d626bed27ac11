import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { feedUrlProblem, type FeedUrlProblem } from '../../../../adapters/feeds/feed-url.ts';
import { changeRoom, type RoomSettings } from '../../../../commands/rooms/change-room.ts';
import { FeedNotSet } from '../../../../commands/rooms/feed-not-set.ts';
import { offerRoom } from '../../../../commands/rooms/offer-room.ts';
import { syncFeed } from '../../../../commands/rooms/sync-feed.ts';
import { testFeed } from '../../../../commands/rooms/test-feed.ts';
import { plannedWhenLeft, type Leaving } from '../../../../queries/room-feed.ts';
import type { Actor } from '../../../../policies/actor.ts';
import type { OwnRoom } from '../../../../queries/rooms.ts';
import type { ApiDeps } from '../../../deps.ts';
import { limitsOf } from '../../../limits/request.ts';
import { knownProblem } from '../../../middleware/as-problem.ts';
import { fetchProblemWords } from '../../../rooms/feed-words.ts';
import { filledIn, refusedIn, submitted, typedIn } from '../../forms/submitted.ts';
import { chosenLanguage } from '../../reader.ts';
import { pathTo, seeOther } from '../../render.tsx';
import { FEED_FORM, GIVE_FORM, ROOM_FORM } from './forms.ts';
import { ownerReader, showPlanned, showSettings } from './show.tsx';

/** Whose settings they are. */
interface Settings {
  actor: Actor;
  room: OwnRoom;
}

type Take = (ctx: Context, deps: ApiDeps, of: Settings, form: URLSearchParams) => Promise<void>;

/** Does what the pressed button says. */
export const takeSettings: Take = (ctx, deps, of, form) =>
  (BUTTONS.get(form.get('do') ?? '') ?? saveFeed)(ctx, deps, of, form);

const saveFeed: Take = async (ctx, deps, of, form) => {
  const { icsUrl, interval, enabled, planned } = filledIn(FEED_FORM, form);
  const problem = icsUrl === '' ? null : feedUrlProblem(icsUrl, deps.config.feeds);
  if (problem) return refuseUrl(ctx, deps, of, form, problem);
  if (!enabled && (await asksFirst(ctx, deps, of, form, 'pause'))) return;
  await change(deps, of, {
    ...(icsUrl !== '' && { icsUrl }),
    icsFetchInterval: interval,
    plannedMeetings: planned,
    icsEnabled: enabled,
  });
  done(ctx, of.room.name, 'saved');
};

const removeFeed: Take = async (ctx, deps, of, form) => {
  if (await asksFirst(ctx, deps, of, form, 'remove')) return;
  await change(deps, of, { icsUrl: null, plannedMeetings: filledIn(FEED_FORM, form).planned });
  done(ctx, of.room.name, 'removed');
};

/** What becomes of the planned meetings is asked where there are any, and nothing is changed until it is answered. */
async function asksFirst(
  ctx: Context,
  deps: ApiDeps,
  { actor, room }: Settings,
  form: URLSearchParams,
  leaving: Leaving,
): Promise<boolean> {
  if (form.get('planned') !== null) return false;
  const planned = await plannedWhenLeft(deps, actor, room.id, leaving);
  if (planned === 0) return false;
  const { lang: _, ...fields } = typedIn(form);
  showPlanned(ctx, deps, { room, leaving, planned, fields });
  return true;
}

const test: Take = async (ctx, deps, of, form) => {
  const { icsUrl } = filledIn(FEED_FORM, form);
  const asked = { nameOrId: of.room.id, url: icsUrl === '' ? null : icsUrl };
  try {
    const { found } = await testFeed(deps, of.actor, asked, limitsOf(ctx));
    await showSettings(ctx, deps, of.actor, of.room.id, {
      feed: { typed: typedIn(form), errors: [] },
      tested: found,
    });
  } catch (error) {
    if (!(error instanceof FeedNotSet)) throw error;
    await refuseUrl(ctx, deps, of, form, 'missing');
  }
};

function refuseUrl(
  ctx: Context,
  deps: ApiDeps,
  of: Settings,
  form: URLSearchParams,
  problem: FeedUrlProblem | 'missing',
): Promise<void> {
  const { t } = ownerReader(ctx, deps, of.room);
  const text =
    problem === 'missing' ? t('page.settings.calendar.missing') : fetchProblemWords(problem, deps.texts, t);
  const feed = refusedIn({ typed: typedIn(form), errors: [] }, 'icsUrl', text);
  return showSettings(ctx, deps, of.actor, of.room.id, { feed });
}

const sync: Take = async (ctx, deps, { actor, room }) => {
  try {
    const finished = await syncFeed(deps, actor, room.id);
    done(ctx, room.name, finished ? 'synced' : 'running');
  } catch (error) {
    // The page itself tells that there is no calendar, or that it is paused.
    if (!(error instanceof FeedNotSet)) throw error;
    done(ctx, room.name, '');
  }
};

const saveRoom: Take = async (ctx, deps, of, form) => {
  const { room } = of;
  const { t } = ownerReader(ctx, deps, room);
  const { values, again } = submitted(ROOM_FORM, form, () => t('page.settings.room.invalid'));
  if (!values) return showSettings(ctx, deps, of.actor, of.room.id, { room: again });
  const { name, ownerName, zone } = values;
  try {
    await change(deps, of, {
      ...(name !== room.name && { name }),
      ownerName: ownerName === '' ? null : ownerName,
      ...(zone !== room.timezone && { timezone: zone }),
    });
  } catch (error) {
    if (knownProblem(error)?.code !== 'room-name-taken') throw error;
    return showSettings(ctx, deps, of.actor, of.room.id, {
      room: refusedIn(again, 'name', t('page.settings.room.taken')),
    });
  }
  done(ctx, name, 'saved');
};

/** Whether anybody has the address is told to nobody. */
const offer: Take = async (ctx, deps, of, form) => {
  const { t } = ownerReader(ctx, deps, of.room);
  const { values, again } = submitted(GIVE_FORM, form, () => t('page.signIn.invalid'));
  if (!values) return showSettings(ctx, deps, of.actor, of.room.id, { give: again });
  await offerRoom(deps, of.actor, of.room.id, values.email);
  done(ctx, of.room.name, 'saved');
};

const withdraw: Take = async (ctx, deps, { actor, room }) => {
  await offerRoom(deps, actor, room.id, null);
  done(ctx, room.name, 'saved');
};

const BUTTONS = new Map<string, Take>([
  ['save', saveFeed],
  ['test', test],
  ['remove', removeFeed],
  ['sync', sync],
  ['room', saveRoom],
  ['offer', offer],
  ['withdraw', withdraw],
]);

const change = (deps: ApiDeps, { actor, room }: Settings, settings: RoomSettings): Promise<void> =>
  changeRoom(deps, actor, room.id, settings, randomUUID());

const done = (ctx: Context, room: string, what: string): void =>
  seeOther(ctx, pathTo(`/rooms/${room}/settings`, { done: what, lang: chosenLanguage(ctx) }));
