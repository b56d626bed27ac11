import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import {
  FEED_INTERVALS,
  feedSettingsOf,
  sealedUrl,
  type FeedInterval,
} from '../../../../adapters/postgres/rooms/feed-settings.ts';
import { countPlanned } from '../../../../adapters/postgres/rooms/planned.ts';
import { RoomNameTaken } from '../../../../domain/principals/taken.ts';
import { isRoomName, type Room } from '../../../../adapters/postgres/rooms/rooms.ts';
import type { ApiDeps } from '../../../deps.ts';
import { limitsOf } from '../../../limits/request.ts';
import { Problem } from '../../../middleware/problem.ts';
import { changeRoom, syncNow, testFeed, urlProblem, type RoomSettings } from '../../../rooms/settings.ts';
import { chosenLanguage } from '../../reader.ts';
import { pathTo, seeOther } from '../../render.tsx';
import { isZone } from '../../time/zone.ts';
import type { Leaving } from './planned.tsx';
import { showPlanned, showSettings } from './show.tsx';

type Take = (ctx: Context, deps: ApiDeps, room: Room, form: URLSearchParams) => Promise<void>;

/** Does what the pressed button says. */
export const takeSettings: Take = (ctx, deps, room, form) =>
  (BUTTONS.get(form.get('do') ?? '') ?? saveFeed)(ctx, deps, room, form);

const saveFeed: Take = async (ctx, deps, room, form) => {
  const typed = typedUrl(form);
  const problem = typed === '' ? null : urlProblem(deps, typed);
  if (problem) return showSettings(ctx, deps, room, { url: { typed, problem } });
  const icsEnabled = form.get('enabled') === 'yes';
  if (!icsEnabled && (await asksFirst(ctx, deps, room, form, 'pause'))) return;
  await change(deps, room, {
    ...(typed !== '' && { icsUrl: typed }),
    ...intervalOf(form),
    ...plannedOf(form),
    icsEnabled,
  });
  done(ctx, room.name, 'saved');
};

const removeFeed: Take = async (ctx, deps, room, form) => {
  if (await asksFirst(ctx, deps, room, form, 'remove')) return;
  await change(deps, room, { icsUrl: null, ...plannedOf(form) });
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
  showPlanned(ctx, deps, { room, leaving, planned, fields: [...form] });
  return true;
}

const test: Take = async (ctx, deps, room, form) => {
  const typed = typedUrl(form);
  const url = typed === '' ? await storedUrl(deps, room) : typed;
  if (url === null) return showSettings(ctx, deps, room, { url: { typed, problem: 'missing' } });
  await limitsOf(ctx).count('feedTests');
  return showSettings(ctx, deps, room, {
    url: { typed, problem: null },
    tested: await testFeed(deps, room, url),
  });
};

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
  const name = (form.get('name') ?? '').trim();
  const ownerName = (form.get('ownerName') ?? '').trim().slice(0, 200);
  const again = (problem: 'taken' | 'invalid') =>
    showSettings(ctx, deps, room, { room: { name, ownerName, problem } });
  if (!isRoomName(name)) return again('invalid');
  const zone = form.get('zone');
  try {
    await change(deps, room, {
      ...(name !== room.name && { name }),
      ownerName: ownerName === '' ? null : ownerName.replaceAll('\0', ''),
      ...(isZone(zone) && zone !== room.timezone && { timezone: zone }),
    });
  } catch (error) {
    if (error instanceof RoomNameTaken) return again('taken');
    throw error;
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

const typedUrl = (form: URLSearchParams): string => (form.get('icsUrl') ?? '').trim();

function intervalOf(form: URLSearchParams): Pick<RoomSettings, 'icsFetchInterval'> {
  const minutes = Number(form.get('interval'));
  return (FEED_INTERVALS as readonly number[]).includes(minutes)
    ? { icsFetchInterval: minutes as FeedInterval }
    : {};
}

const plannedOf = (form: URLSearchParams): Pick<RoomSettings, 'plannedMeetings'> => ({
  plannedMeetings: form.get('planned') === 'cancel' ? 'cancel' : 'keep',
});

const change = (deps: ApiDeps, room: Room, settings: RoomSettings): Promise<void> =>
  changeRoom(deps, room, settings, randomUUID());

async function storedUrl(deps: ApiDeps, room: Room): Promise<string | null> {
  const stored = await sealedUrl(deps.knex, room.calendarId);
  return stored && deps.feeds.urls.open(stored.sealed, stored.keyId);
}

const done = (ctx: Context, room: string, what: string): void =>
  seeOther(ctx, pathTo(`/rooms/${room}/settings`, { done: what, lang: chosenLanguage(ctx) }));
