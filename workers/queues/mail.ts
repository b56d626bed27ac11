import { createDeliveryActivities } from '../../activities/delivery/activities.ts';
import { createIngest, decideStored } from '../../activities/inbound/ingest.ts';
import { decideForgotten } from '../../activities/relay.ts';
import { systemClock } from '../../adapters/clock.ts';
import { configuredMailAuth, inboundPorts } from '../../adapters/mail/inbound.ts';
import { createMailboxMetrics } from '../../adapters/metrics/mailbox-metrics.ts';
import { createSealer } from '../../adapters/secrets/sealing.ts';
import { required } from '../../config/index.ts';
import { taskQueueOf } from '../../workflows/queues.ts';
import { createMailboxWatch } from '../mailboxes.ts';
import { meterMailboxes } from '../metered-mailboxes.ts';
import { createOutgoingMail } from '../outgoing-mail.ts';
import type { QueueWork, WorkerParts } from './work.ts';

/** Mail: sent for everybody, watched for in mailboxes, and understood where a crash came between. */
export function mailWork(parts: WorkerParts): QueueWork {
  const { config, log, database, client, engine, reading, registry } = parts;
  const clock = systemClock;
  const secretKey = required(config, 'secretKey');
  const inbound = inboundPorts({
    ...{ database, secretKey, clock, ...engine, reading, log },
    mailAuth: configuredMailAuth(config),
    tagSeparator: config.mail.tagSeparator,
  });
  const metrics = createMailboxMetrics(registry);
  const metered = meterMailboxes(config, createIngest(inbound), { database, log, metrics, clock });
  const mailboxes = createMailboxWatch({
    ...{ mailboxes: config.mailboxes, database, ingest: metered.ingest, log, metrics },
    sealer: createSealer(secretKey),
  });
  const outgoing = createOutgoingMail(config, log, registry);
  return {
    activities: {
      ...createDeliveryActivities({ store: parts.store(), mail: outgoing, retry: config.delivery }),
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
    begin: () => mailboxes.start(client, taskQueueOf(config.temporal.taskQueuePrefix, 'mail')),
    interrupt: () => mailboxes.stop(),
    async stop() {
      await metered.stop();
      outgoing.close();
    },
  };
}
