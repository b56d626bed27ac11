import type { z } from 'zod';
import type { FeedExamined } from '../../../activities/feed/examine.ts';
import { isFollowed } from '../../../domain/feeds/followed.ts';
import { nextSyncAfter } from '../../../domain/feeds/intervals.ts';
import type { ApiDeps } from '../../deps.ts';
import type { Texts } from '../../../adapters/texts/texts.ts';
import type { RoomFeedStatus } from '../../../queries/room-feed.ts';
import type { EventProblem, OwnRoom, SeenRoom } from '../../../queries/rooms.ts';
import { eventProblemWords, fetchProblemWords, outcomeWords } from '../../rooms/feed-words.ts';
import { roomUrl } from '../../rooms/room-url.ts';
import { iso, isoOrNull } from '../fields.ts';
import type { feedStatus, ownerRoom, participantRoom, testResult } from './schema.ts';

export const presentRoom = (
  { id, name, timezone }: Pick<SeenRoom, 'id' | 'name' | 'timezone'>,
  publicUrl: string,
): z.input<typeof participantRoom> => ({ id, name, url: roomUrl(publicUrl, { name }), timezone });

export function presentOwnRoom(
  { feed, ...room }: OwnRoom,
  { config, texts, clock }: Pick<ApiDeps, 'config' | 'texts' | 'clock'>,
): z.input<typeof ownerRoom> {
  const { t } = texts.wordingFor(room.tenantLanguage);
  const nextMs = isFollowed(feed)
    ? nextSyncAfter(room.calendarId, feed.intervalMinutes, clock.nowMs())
    : null;
  return {
    ...presentRoom(room, config.publicUrl),
    ownerEmail: room.ownerEmail,
    ownerName: room.ownerName,
    icsUrl: feed.maskedUrl,
    icsFetchInterval: feed.intervalMinutes,
    icsEnabled: feed.enabled,
    icsLastSync: isoOrNull(feed.lastSync),
    icsNextSync: nextMs === null ? null : iso(nextMs),
    icsResult: feed.result,
    icsProblem: feed.problem,
    icsMessage: outcomeWords(feed, texts, t),
    icsFailingSince: isoOrNull(feed.failingSince),
  };
}

type Language = Pick<SeenRoom, 'tenantLanguage'>;

export function presentStatus(
  { room, nextMs, planned }: RoomFeedStatus,
  texts: Texts,
): z.input<typeof feedStatus> {
  const { feed } = room;
  const { t } = texts.wordingFor(room.tenantLanguage);
  return {
    lastSync: isoOrNull(feed.lastSync),
    nextSync: nextMs === null ? null : iso(nextMs),
    failingSince: isoOrNull(feed.failingSince),
    result: feed.result,
    problem: feed.problem,
    message: outcomeWords(feed, texts, t),
    events: feed.events,
    matches: feed.matches,
    planned,
    problems: problemsOf(feed.problems, room, texts),
  };
}

export function presentTest(
  found: FeedExamined,
  language: Language,
  texts: Texts,
): z.input<typeof testResult> {
  const { t } = texts.wordingFor(language.tenantLanguage);
  if (found.kind === 'failed') {
    const { problem, httpStatus } = found;
    return {
      ok: false,
      message: fetchProblemWords(problem, texts, t),
      problem,
      httpStatus,
      calendarName: null,
      events: 0,
      matches: 0,
      next: [],
      problems: [],
    };
  }
  const { name, events, matches, next, problems } = found;
  return {
    ok: true,
    message: t('page.settings.test.found', { events, matches }),
    problem: null,
    httpStatus: null,
    calendarName: name,
    events,
    matches,
    next: next.map(({ title, startMs, endMs }) => ({ title, startsAt: iso(startMs), endsAt: iso(endMs) })),
    problems: problemsOf(problems, language, texts),
  };
}

function problemsOf(problems: readonly EventProblem[], { tenantLanguage }: Language, texts: Texts) {
  const { t } = texts.wordingFor(tenantLanguage);
  return problems.map(({ uid, code, property }) => ({
    uid,
    code,
    property,
    message: eventProblemWords({ code }, t),
  }));
}
