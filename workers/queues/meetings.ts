import { createMeetingActivities } from '../../activities/meeting/activities.ts';
import { createSweep, relayForgotten } from '../../activities/relay.ts';
import { createWatch } from '../../activities/watch.ts';
import { createStandingStillGauge } from '../../adapters/metrics/meeting-metrics.ts';
import { createForgetting, FORGET_EVERY_MS } from '../../adapters/postgres/booking/forget-changes.ts';
import { forgetOldRefusals } from '../../adapters/postgres/answers/refusals.ts';
import { createOutbox, meetingsWithUnsentMessages } from '../../adapters/postgres/outbox.ts';
import { overdueMeetings } from '../../adapters/postgres/overdue-meetings.ts';
import { createStandsStill } from '../../adapters/temporal/standing-still.ts';
import { presenceWatch } from '../presence-watch.ts';
import { createRetention } from '../retention.ts';
import type { QueueWork, WorkerParts } from './work.ts';

/** Meetings: what they write and decide, their rooms, and what a crash left behind of them. */
export function meetingsWork({ parley, log, registry }: WorkerParts): QueueWork {
  const { config, knex: database, clock } = parley;
  const { meetings, deliveries, feedArranger: feeds } = parley;
  const outbox = createOutbox(database);
  const retention = createRetention(config, registry);
  const standingStill = createStandingStillGauge(registry);
  const sweep = createSweep({
    clock,
    meetings,
    meetingsWithUnsentMessages: (beforeMs) => meetingsWithUnsentMessages(database, beforeMs),
  });
  const watch = createWatch({
    clock,
    overdueMeetings: (beforeMs) =>
      overdueMeetings(database, { beforeMs, forceCloseMs: config.room.forceCloseMs }),
    standsStill: createStandsStill(parley.client),
    show: (count) => standingStill.set(count),
    onFound: (uid) => log.error({ uid }, 'a meeting stands still'),
  });
  return {
    activities: createMeetingActivities({
      store: parley.store,
      video: parley.video,
      clock,
    }),
    loops: [
      { name: 'presence', everyMs: 5_000, run: presenceWatch(database, clock) },
      {
        name: 'relay',
        everyMs: 1_000,
        run: () => relayForgotten({ outbox, meetings, deliveries, feeds, clock }),
      },
      { name: 'sweep', everyMs: 15_000, run: sweep },
      { name: 'watch', everyMs: 60_000, run: watch },
      { name: 'forget', everyMs: 600_000, run: () => forgetOldRefusals(database) },
      retention.task,
      { name: 'availability changes', everyMs: FORGET_EVERY_MS, run: createForgetting(database) },
    ],
    stop: () => retention.stop(),
  };
}
