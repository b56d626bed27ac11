import { ApplicationFailure, Context } from '@temporalio/activity';
import { type MailboxPosition, MailboxUnavailable } from './ports.ts';
import { watchFolder, type WatchedMailbox, type WatchLimits, type WatchPorts } from './watch.ts';

export interface MailboxActivityPorts extends WatchPorts {
  /** The mailboxes that this worker knows. */
  mailboxes: readonly WatchedMailbox[];
  limits: WatchLimits;
  /** The worker is about to stop: a watch ends at once, and another worker goes on. */
  stopping: AbortSignal;
}

/** How a watch ended; `handled`: how many messages it dealt with. */
export interface WatchResult {
  handled: number;
}

export interface MailboxActivities {
  watchMailbox(name: string): Promise<WatchResult>;
}

const BEAT_MS = 3_000;

/** What a mailbox's workflow does to the world: one long watch at a time. */
export function createMailboxActivities(ports: MailboxActivityPorts): MailboxActivities {
  return {
    async watchMailbox(name) {
      const context = Context.current();
      const mailbox = ports.mailboxes.find((one) => one.name === name);
      if (!mailbox) throw failure('MAILBOX_NOT_CONFIGURED');
      // Ended in good order it would be given to this very worker again.
      if (ports.stopping.aborted) throw failure('WORKER_STOPPING');
      const beaten = context.info.heartbeatDetails as MailboxPosition | undefined;
      let position = beaten ?? null;
      const signal = AbortSignal.any([context.cancellationSignal, ports.stopping]);
      const beating = setInterval(() => context.heartbeat(position), BEAT_MS);
      try {
        const handled = await watchFolder(
          { ...ports, mailbox },
          {
            limits: ports.limits,
            beaten: position,
            beat(reached) {
              position = reached;
              context.heartbeat(reached);
            },
            signal,
          },
        );
        return { handled };
      } catch (error) {
        if (!(error instanceof MailboxUnavailable)) throw error;
        // It was in the middle of something; whoever goes on begins there.
        if (signal.aborted) return { handled: 0 };
        await ports.store.fail(name, error.code, ports.clock.nowMs());
        throw failure(error.code);
      } finally {
        clearInterval(beating);
      }
    },
  };
}

const failure = (type: string): ApplicationFailure =>
  ApplicationFailure.retryable('The mailbox is not watched now', type);
