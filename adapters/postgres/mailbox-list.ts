import type { Knex } from 'knex';

export interface ListedProblem {
  uid: number;
  reason: string;
  detail: string | null;
  attempts: number;
  /** Null: it is put aside. */
  nextAttemptAt: Date | null;
  firstFailedAt: Date;
}

/** A mailbox as an operator sees it. */
export interface ListedMailbox {
  name: string;
  lastUid: number;
  lastSeenAt: Date | null;
  lastError: string | null;
  lastErrorAt: Date | null;
  problems: ListedProblem[];
}

/** Every mailbox that was ever watched, and the messages in it that could not be taken in. */
export async function listMailboxes(knex: Knex): Promise<ListedMailbox[]> {
  const mailboxes: Omit<ListedMailbox, 'problems'>[] = await knex('mailboxes').orderBy('name').select({
    name: 'name',
    lastUid: 'last_uid',
    lastSeenAt: 'last_seen_at',
    lastError: 'last_error',
    lastErrorAt: 'last_error_at',
  });
  const problems: (ListedProblem & { mailbox: string })[] = await knex('mailbox_problems')
    .orderBy('uid')
    .select({
      mailbox: 'mailbox',
      uid: 'uid',
      reason: 'reason',
      detail: 'detail',
      attempts: 'attempts',
      nextAttemptAt: 'next_attempt_at',
      firstFailedAt: 'first_failed_at',
    });
  return mailboxes.map((one) => ({
    ...one,
    problems: problems.filter((problem) => problem.mailbox === one.name),
  }));
}

/**
 * Has a message tried again as if it were new; whoever watches the mailbox sees it within half a minute.
 *
 * @returns false when no such message failed
 */
export async function retryProblem(knex: Knex, name: string, uid: number, at: Date): Promise<boolean> {
  const updated = await knex('mailbox_problems')
    .where({ mailbox: name, uid })
    .update({ next_attempt_at: at, attempts: 0 });
  return updated > 0;
}
