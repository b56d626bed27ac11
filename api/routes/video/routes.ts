import type { z } from 'zod';
import { writeVideoReport, type VideoReport } from '../../../adapters/postgres/video-presence.ts';
import { hashToken } from '../../../adapters/secrets/token.ts';
import type { ApiDeps } from '../../deps.ts';
import { defineRoute, type Route } from '../route.ts';
import { dailyEvent, reportTaken, wherebyEvent } from './schema.ts';

const SHARED = {
  method: 'post',
  resource: 'Rooms',
  description:
    'What is about no meeting under way, and what says nothing of who is inside, is taken and left.',
  answer: { status: 200, description: 'Whether it was about somebody in a meeting.', schema: reportTaken },
  problems: [],
} as const;

const dailyRoute = defineRoute({
  ...SHARED,
  path: '/api/hooks/video/daily',
  summary: 'Take Daily’s word of who is inside',
  auth: { kind: 'provider', provider: 'daily' },
  body: dailyEvent,
  handler: async ({ deps, body }) => ({ taken: await take(deps, ofDaily(body)) }),
});

const wherebyRoute = defineRoute({
  ...SHARED,
  path: '/api/hooks/video/whereby',
  summary: 'Take Whereby’s word of who is inside',
  auth: { kind: 'provider', provider: 'whereby' },
  body: wherebyEvent,
  handler: async ({ deps, body }) => ({ taken: await take(deps, ofWhereby(body)) }),
});

/** Two reports of one second have the order in which they come. */
type Said = Omit<VideoReport, 'participantId' | 'atMs'> & {
  /** What we called them. */
  known: string | null | undefined;
  /** What the service calls them. */
  session: string;
  atMs: number | null;
};

function ofDaily({ type, payload, event_ts: at }: z.output<typeof dailyEvent>): Said | null {
  const what = TYPES.get(type);
  if (!what || payload?.room === undefined || payload.session_id === undefined) return null;
  return {
    type: what,
    room: payload.room,
    known: payload.user_id,
    session: payload.session_id,
    displayName: payload.user_name ?? null,
    atMs: at === undefined ? null : at * 1000,
  };
}

function ofWhereby({ id, type, createdAt, data }: z.output<typeof wherebyEvent>): Said | null {
  const what = TYPES.get(type);
  const session = data?.participantId ?? data?.externalId ?? id;
  if (!what || data?.meetingId === undefined || session === undefined) return null;
  return {
    type: what,
    room: data.meetingId,
    known: data.externalId,
    session,
    displayName: data.displayName ?? null,
    atMs: createdAt === undefined ? null : Date.parse(createdAt),
  };
}

const TYPES: ReadonlyMap<string, VideoReport['type']> = new Map([
  ['participant.joined', 'joined'],
  ['participant.left', 'left'],
  ['room.client.joined', 'joined'],
  ['room.client.left', 'left'],
]);

const PARTICIPANT = /^[\w-]{1,64}$/;
const LONGEST_NAME = 80;

async function take({ knex, clock }: ApiDeps, said: Said | null): Promise<boolean> {
  if (said === null) return false;
  const { known, session, displayName, atMs, ...report } = said;
  const name =
    displayName
      ?.replace(/[\p{Cc}\p{Surrogate}]/gu, '')
      .slice(0, LONGEST_NAME)
      .trim() ?? '';
  return writeVideoReport(knex, {
    ...report,
    participantId:
      known && PARTICIPANT.test(known) ? known : `video-${hashToken(session).toString('hex').slice(0, 32)}`,
    displayName: name === '' ? null : name,
    atMs: atMs ?? clock.nowMs(),
  });
}

/** Webhooks of video services. */
export const videoRoutes: readonly Route[] = [dailyRoute, wherebyRoute];
