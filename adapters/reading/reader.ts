import type { MailReader } from '../../activities/ingest.ts';
import { createThreadPool, type ThreadPoolOptions } from '../threads/pool.ts';
import { octetsOf } from './octets.ts';
import type { TaskInput, TaskName, TaskResult } from './tasks.ts';

/** Reads whatever strangers send, in threads. One for all that a process reads. */
export interface Reading {
  /**
   * @param bytes about the size of the input
   * @throws ReadingGivenUp, ReadingBusy
   */
  run<N extends TaskName>(task: N, input: TaskInput<N>, bytes: number): Promise<TaskResult<N>>;
  /** Nothing more is read now. */
  isFull(): boolean;
  /** Gets ready before there is anything to read. */
  warm(): void;
  /** What is being read is read to its end, the rest is not begun. */
  close(): Promise<void>;
}

export function createReading(options: ThreadPoolOptions): Reading {
  const pool = createThreadPool(options);
  return {
    ...pool,
    run: (task, input, bytes) => pool.run({ task, input }, bytes) as Promise<never>,
  };
}

export const createMailReader = ({ run }: Reading): MailReader => ({
  read: (raw) => run('mail', octetsOf(raw), raw.length),
  writtenText: (raw) => run('writtenText', octetsOf(raw), raw.length),
  timeInText: (text, about) => run('timeInText', { text, about }, text.length),
});
