import { progressIn } from './progress.ts';
import type { TaskName } from './tasks.ts';

/** The name of a task, and its input as plain data. */
export interface Job {
  task: TaskName;
  input: unknown;
}

/** What a thread is given at once, and where it writes how far it is. */
export interface Batch {
  jobs: readonly Job[];
  progress: SharedArrayBuffer;
}

/** What came of a job. */
export type Outcome = { value: unknown } | { error: unknown };

/** What a thread does: one job after the other. */
export const serve =
  (load: (task: TaskName) => Promise<(input: unknown) => unknown>) =>
  async ({ jobs, progress: memory }: Batch): Promise<Outcome[]> => {
    const progress = progressIn(memory);
    const outcomes: Outcome[] = [];
    for (const [index, { task, input }] of jobs.entries()) {
      try {
        // What a task needs to be loaded is not the fault of its input.
        const work = await load(task);
        progress.begin(index);
        outcomes.push({ value: await work(input) });
      } catch (error) {
        outcomes.push({ error });
      } finally {
        progress.end();
      }
    }
    return outcomes;
  };
