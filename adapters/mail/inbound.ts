import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { IngestPorts, MailAuth } from '../../activities/inbound/ingest.ts';
import type { CalendarDoor } from '../../activities/inbound/calendar-mail.ts';
import type { Deliveries } from '../../activities/inbound/ports.ts';
import type { Clock } from '../../activities/clock.ts';
import type { Meetings } from '../../activities/meeting/meetings.ts';
import { relay } from '../../activities/relay.ts';
import type { Config } from '../../config/index.ts';
import { createInboundStore } from '../postgres/inbound/store.ts';
import { createOutbox } from '../postgres/outbox.ts';
import { createFingerprint } from '../secrets/fingerprint.ts';
import { createSealer } from '../secrets/sealing.ts';
import { createMailAuthenticator } from './authentication/authenticator.ts';
import { createMailReader } from '../reading/mail-reader.ts';
import type { Reading } from '../reading/reading.ts';

export interface InboundParts {
  database: Knex;
  secretKey: string;
  clock: Clock;
  meetings: Meetings;
  deliveries: Deliveries;
  mailAuth: MailAuth;
  reading: Reading;
  calendars: CalendarDoor;
  /** Between a mailbox and the tag of an address of ours; `+` when absent. */
  tagSeparator?: string;
  log: Logger;
}

/** What the ingest of mail is made of, the same for every door and for the sweep. */
export function inboundPorts(parts: InboundParts): IngestPorts {
  const { database, clock, meetings, deliveries, log } = parts;
  const outbox = createOutbox(database);
  return {
    store: createInboundStore(database, createSealer(parts.secretKey), parts.tagSeparator ?? '+'),
    clock,
    mailAuth: parts.mailAuth,
    calendars: parts.calendars,
    reader: createMailReader(parts.reading),
    fingerprint: createFingerprint(parts.secretKey),
    // Not now is no failure: the event stays in the outbox, and the worker's relay sends it on.
    relay: (pending) =>
      relay({ outbox, meetings, deliveries }, pending).catch((error: unknown) => {
        log.warn({ err: error }, 'an event waits in the outbox');
      }),
    onFailure: (id, error) => log.error({ err: error, message: id }, 'a stored message could not be decided'),
  };
}

/** Whether senders are checked, as configured. */
export const configuredMailAuth = ({ incomingMail: { auth } }: Pick<Config, 'incomingMail'>): MailAuth =>
  auth.mode === 'off' ? { mode: 'off' } : { mode: auth.mode, authenticator: createMailAuthenticator(auth) };
