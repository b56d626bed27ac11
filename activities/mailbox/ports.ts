import type { Instant } from '../../domain/time/instant.ts';

/** How far a folder was read. A UID means something only together with its UIDVALIDITY (RFC 3501 §2.3.1.1). */
export interface MailboxPosition {
  uidValidity: number;
  /** Every message up to this UID was dealt with; 0: none yet. */
  uid: number;
}

/** Why a message could not be taken in; stable, for people and scripts. */
export type ProblemReason =
  /** Larger than the mailbox allows; the detail says from whom it is and what about. */
  | 'too-large'
  /** The server has it and does not give it out. */
  | 'unreadable'
  /** It could not be stored or understood; the detail is the error's code. */
  | 'ingest-failed'
  /** Its tenant was sent as much as a day may have: it waits in the mailbox for the next day, as often as it must. */
  | 'mail-of-the-day-used-up';

export interface MailboxProblem {
  uid: number;
  reason: ProblemReason;
  detail: string | null;
}

export type FetchedMessage =
  | { uid: number; kind: 'message'; raw: Buffer }
  /** Somebody else removed or moved it in the meantime. */
  | { uid: number; kind: 'gone' }
  | { uid: number; kind: 'problem'; reason: 'too-large' | 'unreadable'; detail: string | null };

/** The folder cannot be reached or read now; `code` says why, and trying again later may help. */
export class MailboxUnavailable extends Error {
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(`the mailbox is not available: ${code}`, options);
    this.name = 'MailboxUnavailable';
    this.code = code;
  }
}

/** One folder of a mail server. */
export interface MailReader {
  /**
   * Connects and opens the folder.
   *
   * @param signal gives the attempt up
   * @throws MailboxUnavailable, as every method of what it gives
   */
  open(signal: AbortSignal): Promise<OpenMailbox>;
}

/** A connection with the folder open. Nothing that is done with it deletes a message. */
export interface OpenMailbox {
  readonly uidValidity: number;
  /**
   * What came after a UID, since a time, and is not marked as handled; in ascending portions, so that a folder of any
   * size is never listed at once. `upTo`: everything up to this UID was looked at.
   */
  search(afterUid: number, sinceMs: Instant): AsyncIterable<{ uids: number[]; upTo: number }>;
  /** The messages with these UIDs, each once, in the order asked for; a few at a time are in memory. */
  fetch(uids: readonly number[]): AsyncIterable<FetchedMessage>;
  /**
   * Moves or flags what was taken in, as configured.
   *
   * @returns false when the server does not let us; the messages stay as they are
   */
  markHandled(uids: readonly number[]): Promise<boolean>;
  /** Until something may have come, the time is over, or it is stopped; also proves that the connection lives. */
  wait(withinMs: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** What is known of each mailbox over restarts. */
export interface MailboxStore {
  /** Where to go on. A mailbox that was never watched begins with the messages since `firstSinceMs`, now and ever after. */
  begin(name: string, firstSinceMs: Instant): Promise<{ position: MailboxPosition | null; sinceMs: Instant }>;
  /** It is watched, and read up to here. A position that is further already stays. */
  advance(name: string, position: MailboxPosition, atMs: Instant): Promise<void>;
  /** It cannot be watched now. */
  fail(name: string, code: string, atMs: Instant): Promise<void>;
  /** Messages under another UIDVALIDITY have no UID any more; they are met again under a new one. */
  forgetOthers(name: string, uidValidity: number): Promise<void>;
  /**
   * Counts one more attempt at a message.
   *
   * @param retry when to try again after the given number of attempts; null: not by itself, it is put aside
   */
  recordProblem(
    name: string,
    uidValidity: number,
    problem: MailboxProblem,
    retry: (attempts: number) => Instant | null,
    atMs: Instant,
  ): Promise<void>;
  /** Messages to be tried again now. */
  dueProblems(name: string, uidValidity: number, atMs: Instant, limit: number): Promise<number[]>;
  /** When the next one is due; null: none. */
  nextDueMs(name: string, uidValidity: number): Promise<Instant | null>;
  /** They were taken in after all, or are gone. */
  solve(name: string, uidValidity: number, uids: readonly number[]): Promise<void>;
}
