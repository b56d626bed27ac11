import type { Knex } from 'knex';
import type { MailboxPosition, MailboxStore, ProblemReason } from '../../activities/mailbox/ports.ts';
import { storableText } from '../../domain/ical/text.ts';
import type { MailboxesRow } from '../../migrations/rows/tables.ts';

/** How far each mailbox was read, and which messages failed, in PostgreSQL. */
export function createMailboxStore(database: Knex): MailboxStore {
  const problems = (name: string, uidValidity: number) =>
    database('mailbox_problems').where({ mailbox: name, uid_validity: uidValidity });
  return {
    async begin(name, firstSinceMs) {
      await database('mailboxes')
        .insert({ name, since: new Date(firstSinceMs) })
        .onConflict('name')
        .ignore();
      const row = await database('mailboxes').where({ name }).first('since', 'uid_validity', 'last_uid');
      if (!row) throw new Error('the mailbox is not in this database');
      return { position: positionOf(row), sinceMs: row.since.getTime() };
    },

    async advance(name, { uidValidity, uid }, atMs) {
      // An earlier watch that has not noticed its end may come late: only another UIDVALIDITY goes back.
      await database.raw(
        `UPDATE mailboxes
            SET last_uid = CASE WHEN uid_validity = :uidValidity THEN GREATEST(last_uid, :uid) ELSE :uid END,
                uid_validity = :uidValidity, last_seen_at = :at
          WHERE name = :name`,
        { name, uidValidity, uid, at: new Date(atMs) },
      );
    },

    async fail(name, code, atMs) {
      await database('mailboxes')
        .where({ name })
        .update({ last_error: code, last_error_at: new Date(atMs) });
    },

    async forgetOthers(name, uidValidity) {
      await database('mailbox_problems')
        .where({ mailbox: name })
        .whereNot({ uid_validity: uidValidity })
        .delete();
    },

    recordProblem: (name, uidValidity, { uid, reason, detail }, retry, atMs) =>
      database.transaction(async (trx) => {
        const at = new Date(atMs);
        const failed = { reason, detail: detail === null ? null : storableText(detail), last_failed_at: at };
        const key = { mailbox: name, uid_validity: uidValidity, uid };
        const [row] = await trx('mailbox_problems')
          .insert({ ...key, ...failed, first_failed_at: at })
          .onConflict(['mailbox', 'uid_validity', 'uid'])
          .merge({
            ...failed,
            attempts: trx.raw('mailbox_problems.attempts + ?', [isItsFault(reason) ? 1 : 0]),
          })
          .returning('attempts');
        const nextMs = retry(row?.attempts ?? 1);
        await trx('mailbox_problems')
          .where(key)
          .update({ next_attempt_at: nextMs === null ? null : new Date(nextMs) });
      }),

    async dueProblems(name, uidValidity, atMs, limit) {
      const rows = await problems(name, uidValidity)
        .where('next_attempt_at', '<=', new Date(atMs))
        .orderBy('uid')
        .limit(limit)
        .select('uid');
      return rows.map((row) => row.uid);
    },

    async nextDueMs(name, uidValidity) {
      const row = await problems(name, uidValidity)
        .whereNotNull('next_attempt_at')
        .orderBy('next_attempt_at')
        .first('next_attempt_at');
      return row?.next_attempt_at?.getTime() ?? null;
    },

    async solve(name, uidValidity, uids) {
      await problems(name, uidValidity)
        .whereIn('uid', [...uids])
        .delete();
    },
  };
}

/** A message that waits for another day has not failed. */
const isItsFault = (reason: ProblemReason): boolean => reason !== 'mail-of-the-day-used-up';

const positionOf = (row: Pick<MailboxesRow, 'uid_validity' | 'last_uid'>): MailboxPosition | null =>
  row.uid_validity === null ? null : { uidValidity: row.uid_validity, uid: row.last_uid };
