import { writeVideoReport, type VideoReport } from '../../adapters/postgres/video-presence.ts';
import { hashToken } from '../../adapters/secrets/token.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { CommandDeps } from '../deps.ts';

/** What a video service says of somebody in one of its rooms, in its own words. */
export interface SaidOfVideo extends Pick<VideoReport, 'type' | 'room' | 'displayName'> {
  /** What we called them. */
  known: string | null | undefined;
  /** What the service calls them. */
  session: string;
  /** Null: it does not say when. Two reports of one second have the order in which they come. */
  atMs: Instant | null;
}

const PARTICIPANT = /^[\w-]{1,64}$/;
const LONGEST_NAME = 80;

/**
 * Writes down who has come into a video room or left it, and tells the meeting.
 *
 * @returns false when no meeting under way has this room
 */
export function takeVideoReport(
  { knex, clock }: Pick<CommandDeps, 'knex' | 'clock'>,
  { known, session, displayName, atMs, ...report }: SaidOfVideo,
): Promise<boolean> {
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
