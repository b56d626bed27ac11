import { randomUUID } from 'node:crypto';
import { EngineUnavailable, MeetingNotRunning, MeetingRefused } from '../../activities/meeting/meetings.ts';
import type { TimeRange } from '../../domain/time/instant.ts';
import type { MeetingScript } from '../../test/support/meeting-script.ts';
import type { Command } from '../../workflows/meeting/messages.ts';

/** What somebody asked, and was told: done, a refusal's code, that no workflow runs, or nothing at all. */
export interface Asked {
  key: string;
  told: string;
}

/** Nobody has more patience. */
const MOST_TIMES = 5;

/** Asks until there is an answer, as a client does that gets 503. */
export async function told(key: string, ask: () => Promise<unknown>): Promise<Asked> {
  for (let times = 0; times < MOST_TIMES; times += 1) {
    try {
      await ask();
      return { key, told: 'done' };
    } catch (error) {
      if (error instanceof MeetingRefused) return { key, told: error.code };
      if (error instanceof MeetingNotRunning) return { key, told: 'not-running' };
      if (!(error instanceof EngineUnavailable)) throw error;
    }
  }
  return { key, told: 'unanswered' };
}

/** All at the same moment; every other one has not looked first. */
export const askAtOnce = (script: MeetingScript, commands: readonly Command[]): Promise<Asked[]> =>
  Promise.all(
    commands.map((command, index) => {
      const { meetings, hasty } = script.world;
      return told(command.key, () => (index % 2 === 0 ? meetings : hasty).update(script.uid, command));
    }),
  );

export const isDone = ({ told: word }: Asked): boolean => word === 'done';

export const proposed = (role: 'host' | 'guest', proposalId: string, time: TimeRange): Command => ({
  ...{ type: 'proposed', key: `propose/${proposalId}`, door: 'link', attendeeId: role, proposalId, ...time },
  ...{ note: '', sequence: null, linkId: null },
});

export const decided = (
  type: 'approved' | 'declined',
  role: 'host' | 'guest',
  proposalId: string,
): Command => ({
  type,
  key: `${type}/${randomUUID()}`,
  door: 'link',
  attendeeId: role,
  proposalId,
  linkId: null,
});

export const withdrawn = (role: 'host' | 'guest', proposalId: string): Command => ({
  ...{
    type: 'withdrawn',
    key: `withdraw/${proposalId}`,
    door: 'link',
    attendeeId: role,
    proposalId,
    linkId: null,
  },
});

export const linkRequested = (role: 'host' | 'guest'): Command => ({
  ...{ type: 'link-requested', key: `link-requested/${randomUUID()}`, door: 'link', attendeeId: role },
});

export const moved = (sequence: number, time: TimeRange): Command => ({
  ...{ type: 'moved', key: `moved/${randomUUID()}`, door: 'api', sequence, ...time },
});

export const cancelled = (): Command => ({
  ...{ type: 'cancelled', key: `cancelled/${randomUUID()}`, door: 'api', reason: '' },
});
