import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import type { FeedUrlProblem } from '../../../../adapters/feeds/feed-url.ts';
import { feedSettingsOf, sealedUrl } from '../../../../adapters/postgres/rooms/feed-settings.ts';
import { countPlanned } from '../../../../adapters/postgres/rooms/planned.ts';
import { RoomNameTaken } from '../../../../adapters/postgres/people/principals.ts';
import type { Room } from '../../../../adapters/postgres/rooms/rooms.ts';
import type { ApiDeps } from '../../../deps.ts';
import { limitsOf } from '../../../limits/request.ts';
import { Problem } from '../../../middleware/problem.ts';
import { fetchProblemWords } from '../../../rooms/feed-words.ts';
import { changeRoom, syncNow, testFeed, urlProblem, type RoomSettings } from '../../../rooms/settings.ts';
import { filledIn, refusedIn, submitted, typedIn, type Again } from '../../forms/submitted.ts';
import { chosenLanguage } from '../../reader.ts';
import { pathTo, seeOther } from '../../render.tsx';
import { FEED_FORM, ROOM_FORM } from './forms.ts';
import type { Leaving } from './planned.tsx';
import { ownerReader, showPlanned, showSettings } from './show.tsx';

type Take = (ctx: Context, deps: ApiDeps, room: Room, form: URLSearchParams) => Promise<void>;

/** Does what the pressed button says. */
export const takeSettings: Take = (ctx, deps, room, form) =>
  (BUTTONS.get(form.get('do') ?? '') ?? saveFeed)(ctx, deps, room, form);

const saveFeed: Take = async (ctx, deps, room, form) => {
  const { icsUrl, interval, enabled, planned } = filledIn(FEED_FORM, form);
  const problem = icsUrl === '' ? null : urlProblem(deps, icsUrl);
  if (problem) return showSettings(ctx, deps, room, { feed: wrongUrl(ctx, deps, room, form, problem) });
  if (!enabled && (await asksFirst(ctx, deps, room, form, 'pause'))) return;
  await change(deps, room, {
    ...(icsUrl !== '' && { icsUrl }),
    icsFetchInterval: interval,
    plannedMeetings: planned,
    icsEnabled: enabled,
  });
  done(ctx, room.name, 'saved');
};

const removeFeed: Take = async (ctx, deps, room, form) => {
  if (await asksFirst(ctx, deps, room, form, 'remove')) return;
  await change(deps, room, { icsUrl: null, plannedMeetings: filledIn(FEED_FORM, form).planned });
  done(ctx, room.name, 'removed');
};

/** What becomes of the planned meetings is asked where there are any, and nothing is changed until it is answered. */
async function asksFirst(
  ctx: Context,
  deps: ApiDeps,
  room: Room,
  form: URLSearchParams,
  leaving: Leaving,
): Promise<boolean> {
  if (form.get('planned') !== null) return false;
  const { enabled, maskedUrl } = await feedSettingsOf(deps.knex, room.calendarId);
  if (maskedUrl === null || (leaving === 'pause' && !enabled)) return false;
  const planned = await countPlanned(deps.knex, room.id, deps.clock.nowMs());
  if (planned === 0) return false;
  const { lang: _, ...fields } = typedIn(form);
  showPlanned(ctx, deps, { room, leaving, planned, fields });
  return true;
}

const test: Take = async (ctx, deps, room, form) => {
  const { icsUrl } = filledIn(FEED_FORM, form);
  const url = icsUrl === '' ? await storedUrl(deps, room) : icsUrl;
  if (url === null) {
    return showSettings(ctx, deps, room, { feed: wrongUrl(ctx, deps, room, form, 'missing') });
  }
  await limitsOf(ctx).count('feedTests');
  return showSettings(ctx, deps, room, {
    feed: { typed: typedIn(form), errors: [] },
    tested: await testFeed(deps, room, url),
  });
};

function wrongUrl(
  ctx: Context,
  deps: ApiDeps,
  room: Room,
  form: URLSearchParams,
  problem: FeedUrlProblem | 'missing',
): Again {
  const { t } = ownerReader(ctx, deps, room);
  const text =
    problem === 'missing' ? t('page.settings.calendar.missing') : fetchProblemWords(problem, deps.texts, t);
  return { typed: typedIn(form), errors: [{ field: 'icsUrl', text }] };
}

const sync: Take = async (ctx, deps, room) => {
  try {
    const { finished } = await syncNow(deps, room);
    done(ctx, room.name, finished ? 'synced' : 'running');
  } catch (error) {
    // The page itself tells that there is no calendar, or that it is paused.
    if (!(error instanceof Problem) || error.code !== 'feed-not-set') throw error;
    done(ctx, room.name, '');
  }
};

const saveRoom: Take = async (ctx, deps, room, form) => {
  const { t } = ownerReader(ctx, deps, room);
  const { values, again } = submitted(ROOM_FORM, form, () => t('page.settings.room.invalid'));
  if (!values) return showSettings(ctx, deps, room, { room: again });
  const { name, ownerName, zone } = values;
  try {
    await change(deps, room, {
      ...(name !== room.name && { name }),
      ownerName: ownerName === '' ? null : ownerName,
      ...(zone !== room.timezone && { timezone: zone }),
    });
  } catch (error) {
    if (!(error instanceof RoomNameTaken)) throw error;
    const refused = refusedIn(again, 'name', t('page.settings.room.taken'));
    return showSettings(ctx, deps, room, { room: refused });
  }
  done(ctx, name, 'saved');
};

const BUTTONS = new Map<string, Take>([
  ['save', saveFeed],
  ['test', test],
  ['remove', removeFeed],
  ['sync', sync],
  ['room', saveRoom],
]);

const change = (deps: ApiDeps, room: Room, settings: RoomSettings): Promise<void> =>
  changeRoom(deps, room, settings, randomUUID());

async function storedUrl(deps: ApiDeps, room: Room): Promise<string | null> {
  const stored = await sealedUrl(deps.knex, room.calendarId);
  return stored && deps.feeds.urls.open(stored.sealed, stored.keyId);
}

const done = (ctx: Context, room: string, what: string): void =>
  seeOther(ctx, pathTo(`/rooms/${room}/settings`, { done: what, lang: chosenLanguage(ctx) }));
