import { progressIn } from './progress.ts';
import type { TaskName } from './tasks.ts';

/** What a thread is given: the name of a task, its input as plain data, and where it writes how far it is. */
export interface Job {
  task: TaskName;
  input: unknown;
  progress: SharedArrayBuffer;
}

/** What a thread does with each job. Its time begins once the task is loaded, which is not the fault of its input. */
export const serve =
  (load: (task: TaskName) => Promise<(input: unknown) => unknown>) =>
  async ({ task, input, progress: memory }: Job): Promise<unknown> => {
    const work = await load(task);
    const progress = progressIn(memory);
    progress.begin();
    try {
      return await work(input);
    } finally {
      progress.end();
    }
  };
