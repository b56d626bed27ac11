import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { BreakerOptions } from '../../adapters/mail/breaking-sender.ts';
import type { Parley } from '../assemble.ts';
import type { LoopTask } from '../loops.ts';

/** What the queues of one worker share. */
export interface WorkerParts {
  parley: Parley;
  log: Logger;
  /** Of what this worker shows at `/metrics`. */
  registry: Registry;
  /** How soon no mail is sent any more to a server that is down; absent: as usual. */
  breaker?: BreakerOptions;
}

/** What a worker does for one task queue. */
export interface QueueWork {
  activities: object;
  /** What is done again and again beside it. */
  loops: LoopTask[];
  /** To be called when its activities can be carried out. */
  begin?(): Promise<void>;
  /** Ends activities that would go on for long; to be called when the worker takes no more work. */
  interrupt?(): void;
  /** To be called when nothing of it is under way any more. */
  stop(): Promise<void>;
}
