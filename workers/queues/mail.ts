import { createDeliveryActivities } from '../../activities/delivery/activities.ts';
import { decideStored } from '../../activities/inbound/ingest.ts';
import { decideForgotten } from '../../activities/relay.ts';
import { createMailboxMetrics } from '../../adapters/metrics/mailbox-metrics.ts';
import { createSealer } from '../../adapters/secrets/sealing.ts';
import { keepMeeting } from '../../commands/calendars/scheduling/keep-meeting.ts';
import { required } from '../../config/index.ts';
import { taskQueueOf } from '../../workflows/queues.ts';
import { createMailboxWatch } from '../mailboxes.ts';
import { meterMailboxes } from '../metered-mailboxes.ts';
import { createOutgoingMail } from '../outgoing-mail.ts';
import type { QueueWork, WorkerParts } from './work.ts';

/** Mail: sent for everybody, watched for in mailboxes, and understood where a crash came between. */
export function mailWork({ parley, log, registry, breaker }: WorkerParts): QueueWork {
  const { config, knex: database, clock, inbound } = parley;
  const metrics = createMailboxMetrics(registry);
  const metered = meterMailboxes(config, parley.ingest, { database, log, metrics, clock });
  const mailboxes = createMailboxWatch({
    ...{ mailboxes: config.mailboxes, database, ingest: metered.ingest, log, metrics },
    sealer: createSealer(required(config, 'secretKey')),
  });
  const outgoing = createOutgoingMail(config, log, registry, breaker);
  return {
    activities: {
      ...createDeliveryActivities({
        ...{ store: parley.store, mail: outgoing, retry: config.delivery, clock },
        keepInCalendar: (message) =>
          keepMeeting({ knex: database, clock, outsideMail: parley.outsideMail }, message),
      }),
      ...mailboxes.activities,
    },
    loops: [
      {
        name: 'undecided',
        everyMs: 15_000,
        run: () =>
          decideForgotten({ clock, inbound: inbound.store, decide: (id) => decideStored(inbound, id) }),
      },
    ],
    begin: () => mailboxes.start(parley.client, taskQueueOf(config.temporal.taskQueuePrefix, 'mail')),
    interrupt: () => mailboxes.stop(),
    async stop() {
      await metered.stop();
      outgoing.close();
    },
  };
}
