import { expect, it } from 'vitest';
import { createSweep } from '../../../activities/relay.ts';
import { MeetingNotRunning } from '../../../activities/meeting/meetings.ts';

const SECOND = 1_000;

function watched(unsent: (nowMs: number) => string[]) {
  let nowMs = 0;
  const asked: { uid: string; atMs: number }[] = [];
  const sweep = createSweep({
    clock: { nowMs: () => nowMs },
    meetingsWithUnsentMessages: () => Promise.resolve(unsent(nowMs)),
    meetings: {
      reconcile: (uid) => {
        asked.push({ uid, atMs: nowMs });
        return uid === 'gone' ? Promise.reject(new MeetingNotRunning()) : Promise.resolve();
      },
    },
  });
  return {
    asked,
    async until(endMs: number) {
      for (; nowMs <= endMs; nowMs += 15 * SECOND) await sweep();
    },
  };
}

it('a meeting that does not send what it has to is asked at once, and then after twice as long each time', async () => {
  const { asked, until } = watched(() => ['busy']);
  await until(3_600 * SECOND);
  expect(asked.map(({ atMs }) => atMs / SECOND)).toEqual([0, 30, 90, 210, 450, 930, 1530, 2130, 2730, 3330]);
});

it('others are asked meanwhile, also when one is gone', async () => {
  const { asked, until } = watched((nowMs) => (nowMs >= 60 * SECOND ? ['gone', 'busy', 'new'] : ['busy']));
  await until(60 * SECOND);
  expect(asked.filter(({ uid }) => uid === 'new')).toEqual([{ uid: 'new', atMs: 60 * SECOND }]);
});
