import type { Knex } from 'knex';
import {
  ContentRemoved,
  type InboundStore,
  type MailDoor,
  type MailSession,
} from '../../../activities/inbound/ports.ts';
import type { Sealer } from '../../secrets/sealing.ts';
import { createDecisionWriter } from './decide.ts';
import { decidedAs, type DecisionRow } from './decision-row.ts';
import { createOwnersReader } from './owners.ts';
import { createMeetingReader } from './invited-meeting.ts';
import { createReceiver } from './receive.ts';
import { signInMailsOf } from './sign-in-mails.ts';

/** So often it is tried to decide a message before it is put aside. */
const MOST_ATTEMPTS = 3;
/** An attempt that began longer ago and did not end was ended with its process. */
const ATTEMPT_LASTS_S = 30;

/**
 * Messages that came in, in PostgreSQL.
 *
 * @param tagSeparator what stands between a mailbox and the tag of one of our own addresses
 */
export function createInboundStore(database: Knex, sealer: Sealer, tagSeparator: string): InboundStore {
  return {
    receive: createReceiver(database, sealer),
    invitedMeeting: createMeetingReader(database),
    ownersOf: createOwnersReader(database, tagSeparator),
    signInMailsOf: (named, tenantId) => signInMailsOf(database, named, tenantId, tagSeparator),
    decide: createDecisionWriter(database),

    async decidedSince({ meetingId, attendeeId, understood, sinceMs }) {
      const row = await database('imip_messages')
        .where({ meeting_id: meetingId, attendee_id: attendeeId, decision: understood })
        .where('received_at', '>', new Date(sinceMs))
        .count({ count: '*' })
        .first();
      return Number(row?.count ?? 0);
    },

    async begin(id, atMs) {
      const { rows } = await database.raw<{ rows: DecisionRow[] }>(
        `UPDATE imip_messages
            SET attempts = least(attempts + 1, :most),
                attempt_began_at = now(),
                decision = CASE WHEN attempts >= :most THEN 'failed' END,
                reason = CASE WHEN attempts >= :most THEN 'attempts-used-up' END,
                decided_at = CASE WHEN attempts >= :most THEN CAST(:at AS timestamptz) END
          WHERE id = :id AND decision IS NULL
            AND (attempt_began_at IS NULL OR attempt_began_at < now() - :lasts * interval '1 second')
         RETURNING decision, reason, uid`,
        { id, most: MOST_ATTEMPTS, at: new Date(atMs), lasts: ATTEMPT_LASTS_S },
      );
      const [begun] = rows;
      if (begun) return decidedAs(begun) ?? 'begun';
      const other: DecisionRow | undefined = await database('imip_messages')
        .where({ id })
        .first('decision', 'reason', 'uid');
      return (other && decidedAs(other)) ?? 'underway';
    },

    async failed(id, atMs) {
      await database.raw(
        `UPDATE imip_messages
            SET attempt_began_at = NULL,
                decision = CASE WHEN attempts >= :most THEN 'failed' END,
                reason = CASE WHEN attempts >= :most THEN 'processing-failed' END,
                decided_at = CASE WHEN attempts >= :most THEN CAST(:at AS timestamptz) END
          WHERE id = :id AND decision IS NULL`,
        { id, most: MOST_ATTEMPTS, at: new Date(atMs) },
      );
    },

    async putAside(id, reason, atMs) {
      await database('imip_messages')
        .where({ id })
        .whereNull('decision')
        .update({ decision: 'failed', reason, decided_at: new Date(atMs) });
    },

    async postponed(id) {
      await database('imip_messages')
        .where({ id })
        .whereNull('decision')
        .update({ attempts: database.raw('attempts - 1'), attempt_began_at: null });
    },

    async locate(id, { tenantId, meetingId, uid }) {
      await database('imip_messages')
        .where({ id })
        .whereNull('meeting_id')
        .update({ tenant_id: tenantId, meeting_id: meetingId, uid });
    },

    async stored(id) {
      const row: StoredRow = await database('imip_messages as message')
        .join('raw_messages as raw', 'raw.id', 'message.raw_id')
        .where('message.id', id)
        .first({
          sealed: 'raw.sealed',
          door: 'message.door',
          envelopeFrom: 'message.envelope_from',
          envelopeTo: 'message.envelope_to',
          session: 'message.session',
          tenantId: 'message.arrived_for',
          receivedAt: 'message.received_at',
        });
      if (row.sealed === null) throw new ContentRemoved();
      return {
        raw: sealer.open(row.sealed),
        door: row.door,
        envelope: { from: row.envelopeFrom, to: row.envelopeTo },
        session: row.session,
        tenantId: row.tenantId,
        receivedMs: row.receivedAt.getTime(),
      };
    },

    async undecided(beforeMs) {
      const rows = await database('imip_messages')
        .whereNull('decision')
        .where('received_at', '<', new Date(beforeMs))
        // What fails again and again stands behind what was never tried.
        .orderBy(['attempts', 'received_at'])
        .limit(100)
        .select('id');
      return rows.map((row) => row.id);
    },
  };
}

interface StoredRow {
  /** Null: its time was over. */
  sealed: Buffer | null;
  door: MailDoor;
  envelopeFrom: string | null;
  envelopeTo: string[];
  session: MailSession | null;
  tenantId: string | null;
  receivedAt: Date;
}
