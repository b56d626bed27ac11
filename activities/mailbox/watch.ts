import type { Ingest } from '../inbound/ingest.ts';
import type { Clock } from '../clock.ts';
import type { MailboxPosition, MailboxStore, MailReader, OpenMailbox } from './ports.ts';
import { takeMessages, type TakePorts } from './take.ts';

/** A mailbox as it is configured. */
export interface WatchedMailbox {
  name: string;
  reader: MailReader;
  /** How old messages may be that are taken in when the mailbox is watched for the first time. */
  firstSinceMs: number;
}

export interface WatchPorts {
  store: MailboxStore;
  ingest: Ingest;
  clock: Clock;
  firstRetryMs: number;
}

export interface WatchLimits {
  /** After this time, or so many messages, the watch ends and the workflow begins another. */
  forMs: number;
  messages: number;
}

/** So many messages are taken in before they are marked as handled and the position is stored. */
const BATCH = 50;
/** Somebody may have asked for a message to be tried again; the database is looked at this often. */
const LOOK_AGAIN_MS = 60_000;
/** What is just being fetched when the watch is stopped may still be finished for so long. */
const FINISH_MS = 2_000;

/**
 * Watches one folder until it is stopped or the limits are reached. A position is stored only when every message up
 * to it was taken in or written down, so a crash repeats at most a batch; `ingest` knows each message by its Message-ID.
 *
 * @param beat called with the position after each batch
 * @param beaten the position that an earlier, interrupted watch told last
 * @returns how many messages it dealt with
 * @throws MailboxUnavailable when the mail server cannot be reached or read
 */
export async function watchFolder(
  ports: WatchPorts & { mailbox: WatchedMailbox },
  run: {
    limits: WatchLimits;
    beaten: MailboxPosition | null;
    beat: (position: MailboxPosition) => void;
    signal: AbortSignal;
  },
): Promise<number> {
  const { clock, store, mailbox } = ports;
  const { name } = mailbox;
  const endMs = clock.nowMs() + run.limits.forMs;
  const begun = await store.begin(name, clock.nowMs() - mailbox.firstSinceMs);
  const box = await mailbox.reader.open(run.signal);
  const finish = () => void setTimeout(() => void box.close(), FINISH_MS).unref();
  run.signal.addEventListener('abort', finish);
  try {
    const take: TakePorts = { ...ports, name, box };
    const watch = new FolderWatch(take, run, begun.sinceMs, furthest(box, run.beaten, begun.position));
    await store.forgetOthers(name, box.uidValidity);
    while (!run.signal.aborted) {
      await watch.takeNew();
      await watch.takeDue();
      const leftMs = endMs - clock.nowMs();
      if (leftMs <= 0 || watch.handled >= run.limits.messages) break;
      await box.wait(Math.min(leftMs, await watch.nextLookMs()), run.signal);
    }
    return watch.handled;
  } finally {
    run.signal.removeEventListener('abort', finish);
    await box.close();
  }
}

/** Whichever is further; from the beginning when neither is about this UIDVALIDITY. */
function furthest(box: OpenMailbox, ...known: (MailboxPosition | null)[]): number {
  const uids = known.filter((one) => one?.uidValidity === box.uidValidity).map((one) => one?.uid ?? 0);
  return Math.max(0, ...uids);
}

class FolderWatch {
  handled = 0;
  #uid: number;
  readonly #take: TakePorts;
  readonly #run: Pick<Parameters<typeof watchFolder>[1], 'beat' | 'signal' | 'limits'>;
  readonly #sinceMs: number;

  constructor(
    take: TakePorts,
    run: Pick<Parameters<typeof watchFolder>[1], 'beat' | 'signal' | 'limits'>,
    sinceMs: number,
    uid: number,
  ) {
    this.#take = take;
    this.#run = run;
    this.#sinceMs = sinceMs;
    this.#uid = uid;
  }

  /** Everything above the position, until the limit of messages is reached. */
  async takeNew(): Promise<void> {
    for await (const { uids, upTo } of this.#take.box.search(this.#uid, this.#sinceMs)) {
      for (let at = 0; at < uids.length; at += BATCH) {
        const batch = uids.slice(at, at + BATCH);
        const dealtWith = await this.#takeBatch(batch);
        this.#reached(dealtWith.at(-1) ?? this.#uid);
        await this.#store();
        if (this.#isOver()) return;
      }
      this.#reached(upTo);
    }
    await this.#store();
  }

  /** What failed before and is to be tried again now. */
  async takeDue(): Promise<void> {
    const { store, name, box, clock } = this.#take;
    if (this.#run.signal.aborted) return;
    const due = await store.dueProblems(name, box.uidValidity, clock.nowMs(), BATCH);
    if (due.length > 0) await this.#takeBatch(due);
  }

  async nextLookMs(): Promise<number> {
    const { store, name, box, clock } = this.#take;
    const dueMs = await store.nextDueMs(name, box.uidValidity);
    return Math.max(0, Math.min(LOOK_AGAIN_MS, (dueMs ?? Infinity) - clock.nowMs()));
  }

  async #takeBatch(uids: readonly number[]): Promise<number[]> {
    const { store, name, clock } = this.#take;
    const { dealtWith, marked } = await takeMessages(this.#take, uids, this.#run.signal);
    this.handled += dealtWith.length;
    if (!marked) await store.fail(name, 'NOT_MARKED', clock.nowMs());
    return dealtWith;
  }

  #isOver(): boolean {
    return this.#run.signal.aborted || this.handled >= this.#run.limits.messages;
  }

  #reached(uid: number): void {
    this.#uid = Math.max(this.#uid, uid);
    this.#run.beat(this.#position);
  }

  #store(): Promise<void> {
    const { store, name, clock } = this.#take;
    return store.advance(name, this.#position, clock.nowMs());
  }

  get #position(): MailboxPosition {
    return { uidValidity: this.#take.box.uidValidity, uid: this.#uid };
  }
}
