import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { loadTask } from '../reading/tasks.ts';
import { progressIn, READY, type Job, type Outcome, type Progress } from './shared.ts';

/** Does the jobs that come, in their order, and answers all that came together at once. */
function serve(port: MessagePort, progress: Progress): void {
  port.on('message', (jobs: Job[]) => {
    void answer(jobs, progress).then((outcomes) => port.postMessage(outcomes));
  });
  port.postMessage(READY);
}

async function answer(jobs: readonly Job[], progress: Progress): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, { task, input }] of jobs.entries()) {
    try {
      // What a task needs to be loaded is not the fault of its input.
      const work = await loadTask(task);
      progress.begin(index);
      outcomes.push({ value: await work(input) });
    } catch (error) {
      outcomes.push({ error });
    } finally {
      progress.end();
    }
  }
  return outcomes;
}

if (parentPort !== null) serve(parentPort, progressIn(workerData as SharedArrayBuffer));
