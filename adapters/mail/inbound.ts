import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { createIngest, type Ingest, type IngestPorts } from '../../activities/ingest.ts';
import type { Clock, Meetings } from '../../activities/ports.ts';
import { relayEvent } from '../../activities/relay.ts';
import { createInboundStore } from '../postgres/inbound-store.ts';
import { createOutbox } from '../postgres/outbox.ts';
import { createSealer } from '../secrets/sealing.ts';
import { parseMime } from './parse-mime.ts';

export interface InboundParts {
  database: Knex;
  secretKey: string;
  clock: Clock;
  meetings: Meetings;
  log: Logger;
}

/** What the ingest of mail is made of, the same for every door and for the sweep. */
export function inboundPorts({ database, secretKey, clock, meetings, log }: InboundParts): IngestPorts {
  const outbox = createOutbox(database);
  return {
    store: createInboundStore(database, createSealer(secretKey)),
    clock,
    readMail: parseMime,
    // Not now is no failure: the event stays in the outbox, and the worker's relay sends it on.
    relay: (eventKey) =>
      relayEvent({ outbox, meetings }, eventKey).catch((error: unknown) => {
        log.warn({ err: error }, 'an event waits in the outbox');
      }),
  };
}

export const createMailIngest = (parts: InboundParts): Ingest => createIngest(inboundPorts(parts));
